-- A library as version 3 made it. Never changed.
CREATE TABLE changes(only_row INTEGER PRIMARY KEY CHECK (only_row = 1), last INTEGER NOT NULL);
INSERT INTO changes(only_row, last) VALUES (1, 0);
CREATE TABLE archives(
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  folder TEXT NOT NULL,
  is_sample INTEGER NOT NULL,
  post_count INTEGER,
  added_at TEXT NOT NULL,
  last_opened_at TEXT,
  removed_at TEXT
);
CREATE TABLE bookmarks(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  source_id TEXT,
  title TEXT NOT NULL,
  day TEXT,
  date TEXT,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  changed INTEGER NOT NULL,
  PRIMARY KEY(archive_id, path)
) WITHOUT ROWID;
CREATE INDEX bookmarks_changed ON bookmarks(archive_id, changed);
CREATE TABLE post_state(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  source_id TEXT,
  title TEXT NOT NULL,
  day TEXT,
  is_read INTEGER NOT NULL,
  read_at TEXT,
  position REAL NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY(archive_id, path)
) WITHOUT ROWID;
CREATE INDEX post_state_changed ON post_state(archive_id, changed);
CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE archive_views(
  archive_id TEXT PRIMARY KEY REFERENCES archives(id),
  view TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE charset_choices(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  is_folder INTEGER NOT NULL,
  charset TEXT NOT NULL,
  chosen_at TEXT NOT NULL,
  PRIMARY KEY(archive_id, path, is_folder)
) WITHOUT ROWID;
ALTER TABLE bookmarks ADD COLUMN changed_at TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z';
UPDATE bookmarks SET changed_at = coalesce(removed_at, created_at);
ALTER TABLE post_state ADD COLUMN changed_at TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z';
UPDATE post_state SET changed_at = read_at WHERE read_at IS NOT NULL;
INSERT INTO archives VALUES('0123456789abcdef','江城新闻','/shelf/river',0,3,'2024-01-02T03:04:05.006Z','2024-05-06T07:08:09.010Z',NULL);
INSERT INTO archives VALUES('fedcba9876543210','Gone','/shelf/gone',0,NULL,'2024-01-02T03:04:05.006Z',NULL,'2024-02-03T04:05:06.007Z');
INSERT INTO bookmarks(archive_id,path,content_hash,source_id,title,day,date,created_at,removed_at,changed) VALUES('0123456789abcdef','_posts/a.md','aa','id-1','灯塔','2022-05-18','2022-05-18T05:00:29+08:00','2024-03-01T00:00:00.000Z',NULL,1);
INSERT INTO bookmarks(archive_id,path,content_hash,source_id,title,day,date,created_at,removed_at,changed) VALUES('0123456789abcdef','_posts/b.md','bb',NULL,'渡轮',NULL,NULL,'2024-03-01T00:00:00.000Z','2024-03-02T00:00:00.000Z',2);
INSERT INTO bookmarks(archive_id,path,content_hash,source_id,title,day,date,created_at,removed_at,changed) VALUES('fedcba9876543210','x.md','cc',NULL,'It''s "quoted"',NULL,NULL,'2024-03-03T00:00:00.000Z',NULL,3);
INSERT INTO post_state(archive_id,path,content_hash,source_id,title,day,is_read,read_at,position,changed) VALUES('0123456789abcdef','_posts/a.md','aa','id-1','灯塔','2022-05-18',1,'2024-03-01T01:00:00.000Z',0.75,4);
INSERT INTO post_state(archive_id,path,content_hash,source_id,title,day,is_read,read_at,position,changed) VALUES('0123456789abcdef','_posts/c.md','dd',NULL,'丙',NULL,0,NULL,0.25,0);
UPDATE changes SET last = 4;
INSERT INTO settings VALUES('theme','"sepia"');
INSERT INTO archive_views VALUES('0123456789abcdef','{"text":"灯塔"}');
INSERT INTO charset_choices VALUES('0123456789abcdef','_posts/old',1,'gb18030','2025-01-01T00:00:00.000Z');
UPDATE bookmarks SET changed_at = coalesce(removed_at, created_at);
UPDATE post_state SET changed_at = read_at WHERE read_at IS NOT NULL;
PRAGMA user_version = 3;

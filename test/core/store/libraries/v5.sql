-- A library as version 5 made it. Never changed.
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
CREATE TABLE highlights(
  id TEXT PRIMARY KEY,
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  source_id TEXT,
  title TEXT NOT NULL,
  day TEXT,
  source TEXT,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  rivals TEXT,
  pen TEXT NOT NULL,
  note TEXT,
  is_orphan INTEGER NOT NULL,
  checked TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  changed_at TEXT NOT NULL,
  changed INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX highlights_path ON highlights(archive_id, path);
CREATE INDEX highlights_changed ON highlights(archive_id, changed);
CREATE TABLE post_notes(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  source_id TEXT,
  title TEXT NOT NULL,
  day TEXT,
  text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  changed_at TEXT NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY(archive_id, path)
) WITHOUT ROWID;
CREATE INDEX post_notes_changed ON post_notes(archive_id, changed);
CREATE TABLE bookmark_labels(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  changed_at TEXT NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY(archive_id, path, label)
) WITHOUT ROWID;
CREATE INDEX bookmark_labels_changed ON bookmark_labels(archive_id, changed);
CREATE TABLE left_paths(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  path TEXT NOT NULL,
  changed INTEGER NOT NULL,
  PRIMARY KEY(archive_id, path)
) WITHOUT ROWID;
CREATE INDEX left_paths_changed ON left_paths(archive_id, changed);
CREATE TABLE saved_searches(
  id TEXT PRIMARY KEY,
  archive_id TEXT NOT NULL REFERENCES archives(id),
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  filters TEXT NOT NULL,
  sort TEXT NOT NULL,
  is_pinned INTEGER NOT NULL,
  place REAL NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  changed_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX saved_searches_archive ON saved_searches(archive_id, place);
CREATE TABLE recent_searches(
  archive_id TEXT NOT NULL REFERENCES archives(id),
  text TEXT NOT NULL,
  searched INTEGER NOT NULL,
  PRIMARY KEY(archive_id, text)
) WITHOUT ROWID;
INSERT INTO archives VALUES('0123456789abcdef','江城新闻','/shelf/river',0,3,'2024-01-02T03:04:05.006Z','2024-05-06T07:08:09.010Z',NULL);
INSERT INTO archives VALUES('fedcba9876543210','Gone','/shelf/gone',0,NULL,'2024-01-02T03:04:05.006Z',NULL,'2024-02-03T04:05:06.007Z');
INSERT INTO bookmarks(archive_id,path,content_hash,source_id,title,day,date,created_at,removed_at,changed) VALUES('0123456789abcdef','_posts/a.md','aa','id-1','灯塔','2022-05-18','2022-05-18T05:00:29+08:00','2024-03-01T00:00:00.000Z',NULL,1);
INSERT INTO bookmarks(archive_id,path,content_hash,source_id,title,day,date,created_at,removed_at,changed) VALUES('0123456789abcdef','_posts/b.md','bb',NULL,'渡轮',NULL,NULL,'2024-03-01T00:00:00.000Z','2024-03-02T00:00:00.000Z',2);
INSERT INTO bookmarks(archive_id,path,content_hash,source_id,title,day,date,created_at,removed_at,changed) VALUES('fedcba9876543210','x.md','cc',NULL,'It''s "quoted"',NULL,NULL,'2024-03-03T00:00:00.000Z',NULL,3);
INSERT INTO post_state(archive_id,path,content_hash,source_id,title,day,is_read,read_at,position,changed) VALUES('0123456789abcdef','_posts/a.md','aa','id-1','灯塔','2022-05-18',1,'2024-03-01T01:00:00.000Z',0.75,4);
INSERT INTO post_state(archive_id,path,content_hash,source_id,title,day,is_read,read_at,position,changed) VALUES('0123456789abcdef','_posts/c.md','dd',NULL,'丙',NULL,0,NULL,0.25,0);
UPDATE changes SET last = 9;
INSERT INTO settings VALUES('theme','"sepia"');
INSERT INTO archive_views VALUES('0123456789abcdef','{"text":"灯塔"}');
INSERT INTO charset_choices VALUES('0123456789abcdef','_posts/old',1,'gb18030','2025-01-01T00:00:00.000Z');
UPDATE bookmarks SET changed_at = coalesce(removed_at, created_at);
UPDATE post_state SET changed_at = read_at WHERE read_at IS NOT NULL;
INSERT INTO highlights VALUES('00112233445566778899aabbccddeeff','0123456789abcdef','_posts/a.md','aa','id-1','灯塔','2022-05-18','江城新闻','渡轮停航','大风来了，','，码头空无一人。',5,9,'{"distance":98,"sentence":20,"twins":0,"doubles":0}','green','查证',0,'','2024-04-01T00:00:00.000Z',NULL,'2024-04-01T00:00:00.000Z',5);
INSERT INTO highlights VALUES('ffeeddccbbaa99887766554433221100','0123456789abcdef','_posts/gone.md','ee',NULL,'旧文',NULL,NULL,'old words','','',0,8,NULL,'pink',NULL,1,'x','2024-04-01T00:00:00.000Z','2024-04-02T00:00:00.000Z','2024-04-02T00:00:00.000Z',6);
INSERT INTO post_notes VALUES('0123456789abcdef','_posts/a.md','aa','id-1','灯塔','2022-05-18','It''s worth a call','2024-04-03T00:00:00.000Z',NULL,'2024-04-03T00:00:00.000Z',7);
INSERT INTO bookmark_labels VALUES('0123456789abcdef','_posts/a.md','调查/港口','2024-04-04T00:00:00.000Z',NULL,'2024-04-04T00:00:00.000Z',8);
INSERT INTO left_paths VALUES('0123456789abcdef','_posts/before.md',9);
INSERT INTO saved_searches VALUES('0f0e0d0c0b0a09080706050403020100','0123456789abcdef','港口','灯塔','{"list":"all","states":[],"sources":["江城新闻"],"categories":[],"tags":[],"labels":[],"years":[],"months":[],"from":null,"to":null}','newest',1,1.0,'2024-04-05T00:00:00.000Z',NULL,'2024-04-05T00:00:00.000Z');
INSERT INTO recent_searches VALUES('0123456789abcdef','灯塔',1);
ALTER TABLE post_state ADD COLUMN passage TEXT;
UPDATE post_state SET passage = '{"ahead":"渡轮停航，","behind":"大风来了，"}' WHERE path = '_posts/c.md';
PRAGMA user_version = 5;

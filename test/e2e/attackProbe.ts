/**
 * Functions that run in the page, on the open post. They share nothing with the app's own policy: what is allowed is
 * written here once more, so that a mistake there cannot hide here.
 */

/** Tries everything a reader's mouse and keys could set off in the open post. */
export function provoke(): void {
  const { document, Event, MouseEvent, KeyboardEvent } = Reflect.get(globalThis, 'window');
  const body = document.querySelector('.post-body');
  const named =
    'toggle error load begin end animationstart animationend transitionrun submit change input drag dragstart drop copy paste pointerenter pointerover mouseenter beforetoggle scrollend'.split(
      ' ',
    );
  for (const element of [...body.querySelectorAll('*')].slice(0, 400)) {
    for (const name of named) {
      // A real error would take the picture away, which is right but nothing to try here.
      if (name === 'error' && /^(?:IMG|VIDEO|AUDIO)$/u.test(element.tagName)) continue;
      element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
    }
    // Links into the archive lead to other posts and lists, which is right and would end the round.
    const href = element.closest('a[href]')?.getAttribute('href') ?? '#';
    if (!/^(?:[a-z][a-z0-9+.-]*:|[\\/]{2}|#)/iu.test(href)) continue;
    const options = { bubbles: true, cancelable: true };
    element.dispatchEvent(new MouseEvent('mouseover', options));
    element.dispatchEvent(new MouseEvent('auxclick', { ...options, button: 1 }));
    element.dispatchEvent(new MouseEvent('click', { ...options, ctrlKey: true }));
    element.dispatchEvent(new MouseEvent('click', { ...options, shiftKey: true }));
    element.dispatchEvent(new KeyboardEvent('keydown', { ...options, key: 'Enter' }));
    element.focus?.();
    element.click?.();
  }
}

/** What in the open post must not be there, in words. */
// oxlint-disable-next-line complexity -- one function, for it is sent to the page as its source
export function inspect(): readonly string[] {
  const window = Reflect.get(globalThis, 'window');
  const { document } = window;
  const elements =
    /^(?:a|abbr|address|audio|b|bdi|bdo|blockquote|br|caption|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img|input|ins|kbd|li|mark|ol|p|pre|q|rb|rp|rt|rtc|ruby|s|samp|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul|var|video|wbr)$/u;
  const attributes =
    /^(?:align|alt|aria-label|checked|class|colspan|controls|data-[a-z-]+|datetime|decoding|dir|disabled|draggable|height|hidden|href|id|lang|loading|open|preload|rel|reversed|role|rowspan|scope|span|src|start|tabindex|title|type|value|width)$/u;
  const sources = /^(?:archive:\/\/id-[0-9a-f]{16}\/|data:image\/(?:png|jpeg|gif|webp|avif|bmp);)/u;
  const found: string[] = [];
  for (const element of document.querySelector('.post-body').querySelectorAll('*')) {
    const name: string = element.localName;
    const isHtml = element.namespaceURI === 'http://www.w3.org/1999/xhtml';
    if (!elements.test(name) || !isHtml) found.push(`element ${name}`);
    for (const { name: key, value } of element.attributes) {
      // The window's own word on a picture that has loaded and opens when it is pressed.
      const opensPicture = name === 'img' && key === 'aria-haspopup' && value === 'dialog';
      const isWrong =
        (!attributes.test(key) && !opensPicture) ||
        (key === 'id' && !value.startsWith('post-')) ||
        (key === 'href' && !/^(?:https?|mailto|app):/u.test(element.href)) ||
        (key === 'src' && !sources.test(value));
      if (isWrong) found.push(`${name} ${key}=${value.slice(0, 200)}`);
    }
    if (window.getComputedStyle(element).position === 'fixed') found.push(`fixed ${name}`);
  }
  const frames = document.querySelectorAll('iframe, object, embed, frame, webview, base');
  if (frames.length > 0) found.push('a frame in the window');
  if (document.querySelectorAll('#root').length !== 1) found.push('the root was shadowed');
  const bridge = Reflect.get(globalThis, 'archive');
  return typeof bridge?.call === 'function' ? found : [...found, 'the bridge was shadowed'];
}

/** Copies the whole open post as a reader would. */
export function copyPost(): boolean {
  const { document } = Reflect.get(globalThis, 'window');
  document.getSelection().selectAllChildren(document.querySelector('.post-body'));
  return document.execCommand('copy');
}

/** The number in the open post's mark once it is another than `last`; until then false. */
export function nextMark(last: number | null): number | false {
  const { document } = Reflect.get(globalThis, 'window');
  const text: string = document.querySelector('.post-body')?.textContent ?? '';
  const match = /Mark-(\d{3})\./u.exec(text);
  const mark = match === null ? null : Number(match[1]);
  return mark === null || mark === last ? false : mark;
}

() => {
  const [texts, patterns, thai] = /*WORDS*/;
  const saved = localStorage.getItem('jingmai-theme');
  if (saved) document.body.classList.toggle('dark', saved === 'dark');

  // Gradio's own texts, swapped for ours in the language of the switch.
  const keys = new Map(Object.entries(thai));
  for (const [key, shown] of Object.entries(texts)) {
    [key, ...shown].forEach((x) => { if (!keys.has(x)) keys.set(x, key); });
  }
  const place = () => (document.documentElement.lang === 'th' ? 0 : 1);
  const spoken = (text) => {
    const bare = text.trim();
    if (!bare) return text;
    if (keys.has(bare)) return texts[keys.get(bare)][place()];
    for (const [pattern, shown] of patterns) {
      const found = bare.match(pattern);
      if (found) return shown[place()].replace(/\$(\d)/g, (_, n) => found[n]);
    }
    return text;
  };
  const names = ['aria-label', 'title', 'placeholder'];
  const named = names.map((x) => `button[${x}],input[${x}],[role][${x}],span[${x}],div[${x}]`).join();
  const written = '.upload-container .wrap, .cell-menu, .filter-menu, .toast-wrap, .uploading, '
    + '.x-drop .wrap';
  const speak = () => {
    for (const part of document.querySelectorAll(named)) {
      for (const name of names) {
        const old = part.getAttribute(name);
        const fresh = old && spoken(old);
        if (fresh && fresh !== old) part.setAttribute(name, fresh);
      }
    }
    for (const part of document.querySelectorAll(written)) {
      const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const fresh = spoken(walk.currentNode.data);
        if (fresh !== walk.currentNode.data) walk.currentNode.data = fresh;
      }
    }
  };

  // Messages are markup; read aloud they should be their text, not a label full of tags.
  // Labels that contradict what is written on a control go too, and missing ones are added.
  const wrong = '[data-testid=bot][aria-label],[data-testid=user][aria-label],'
    + '.x-drop .upload-container[aria-label]';
  const tidy = () => {
    document.querySelectorAll(wrong).forEach((x) => x.removeAttribute('aria-label'));
    document.querySelectorAll('input.search-input:not([aria-label])')
      .forEach((x) => x.setAttribute('aria-label', x.title || x.placeholder));
  };

  // A new answer is read from its top: the question stays in sight until the reader scrolls.
  let asked = 0, held = null;
  const hold = () => {
    const rows = document.querySelectorAll('#x-chat .user-row');
    const box = document.querySelector('#x-chat .bubble-wrap');
    if (rows.length > asked && box) {
      held = rows[rows.length - 1];
      ['wheel', 'touchmove', 'keydown'].forEach((x) =>
        box.addEventListener(x, () => { held = null; }, { passive: true, once: true }));
    }
    asked = rows.length;
    if (held && box) {
      box.scrollTop += held.getBoundingClientRect().top - box.getBoundingClientRect().top - 8;
    }
  };

  let due = false;
  const look = () => { due = false; tidy(); speak(); hold(); };
  const soon = () => { if (!due) { due = true; setTimeout(look, 0); } };
  new MutationObserver(soon).observe(document.documentElement, {
    subtree: true, childList: true, attributes: true, characterData: true,
    attributeFilter: ['lang', ...names] });
  look();
}

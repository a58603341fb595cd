() => {
  const [texts, patterns, thai, ended] = /*WORDS*/;
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
  // A login that has ended, or has become another's, is told: gradio itself says nothing of it.
  const fetched = window.fetch;
  window.fetch = async (...what) => {
    const answer = await fetched(...what);
    const first = document.querySelector('.x-user') && !document.querySelector('.x-ended');
    if (first && [401, 403].includes(answer.status)) {
      const told = document.createElement('div'), link = document.createElement('a');
      const [sentence, words] = ended[place()];
      Object.assign(link, { href: '', textContent: words, className: 'x-link' });
      Object.assign(told, { className: 'x-banner x-problem x-ended', textContent: `${sentence} ` });
      told.setAttribute('role', 'alert');
      told.append(link);
      document.querySelector('#x-top')?.after(told);
    }
    return answer;
  };

  const names = ['aria-label', 'title', 'placeholder'];
  const named = names.map((x) => `button[${x}],input[${x}],[role][${x}],span[${x}],div[${x}]`).join();
  const written = '.upload-container .wrap, .cell-menu, .filter-menu, .toast-wrap, .uploading, '
    + '.x-drop .wrap, [data-testid=status-tracker]';
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
    // Roles that say what is not so: buttons are no list items, a button holds no other.
    document.querySelectorAll('#x-chat .examples[role=list]').forEach((x) => {
      x.setAttribute('role', 'group');
      x.setAttribute('aria-label', 'Examples');
    });
    document.querySelectorAll('.toast-header[role=button]').forEach((x) => {
      const title = x.querySelector('.toast-title-row');
      ['role', 'tabindex'].forEach((name) => x.removeAttribute(name));
      title.setAttribute('role', 'button');
      title.tabIndex = 0;
    });
    // Sorting is for the keyboard, too.
    document.querySelectorAll('.cell-menu-button[tabindex="-1"]').forEach((x) => { x.tabIndex = 0; });
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

  // What a click brings up is scrolled to and given the focus, as soon as it is there.
  let typed = false;
  addEventListener('keydown', () => { typed = true; }, true);
  addEventListener('pointerdown', () => { typed = false; }, true);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const show = (part) => {
    part.tabIndex = -1;
    part.classList.add('x-shown');
    part.focus({ preventScroll: true });
    const mark = part.querySelector('.x-text mark'), text = mark && mark.closest('.x-text');
    if (text) {
      text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - 40;
    }
    const { top } = part.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) {
      part.scrollIntoView({ behavior: calm.matches ? 'auto' : 'smooth', block: 'start' });
    }
  };
  window.jingmaiReveal = (css, unlessKeys) => {
    const end = Date.now() + 3000;
    const wait = () => {
      const part = document.querySelector(css);
      if (part && part.offsetHeight && part.innerText.trim()) show(part);
      else if (Date.now() < end) setTimeout(wait, 50);
    };
    if (!(unlessKeys && typed)) requestAnimationFrame(() => setTimeout(wait, 0));
  };

  // The menu of a column, by keyboard: it takes the focus, arrows walk it, Escape leaves it.
  let column = null;
  const back = () => setTimeout(() => {
    const filter = document.querySelector('.filter-menu input, .filter-menu button');
    if (column && !document.querySelector('.cell-menu')) { (filter || column).focus(); column = null; }
  }, 50);
  addEventListener('keydown', (event) => {
    const menu = event.target.closest('.cell-menu');
    if (event.target.closest('.cell-menu-button') && ['Enter', ' '].includes(event.key)) {
      column = event.target;
      event.stopPropagation();  // or the grid takes the key for itself
      setTimeout(() => document.querySelector('.cell-menu [role=menuitem]')?.focus(), 50);
    } else if (menu && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
      const items = [...menu.querySelectorAll('[role=menuitem]')];
      const step = event.key === 'ArrowDown' ? 1 : items.length - 1;
      items[(items.indexOf(event.target) + step) % items.length].focus();
      event.preventDefault();
      event.stopPropagation();
    } else if (menu && event.key === 'Escape') {
      document.body.click();
      back();
    } else if (menu && ['Enter', ' '].includes(event.key)) {
      event.stopPropagation();
      back();
    }
  }, true);

  let due = false;
  const look = () => { due = false; tidy(); speak(); hold(); };
  const soon = () => { if (!due) { due = true; setTimeout(look, 0); } };
  new MutationObserver(soon).observe(document.documentElement, {
    subtree: true, childList: true, attributes: true, characterData: true,
    attributeFilter: ['lang', ...names] });
  look();
}

import Plot

/// How the page of figures looks.
enum GalleryStyle {
  /// The rules; in the colours of one theme, or of both as the reader's system has it.
  static func text(_ theme: Theme?) -> String {
    let colors =
      theme.map { [":root { \(variables($0)) }"] } ?? [
        ":root { \(variables(.light)) }",
        "@media (prefers-color-scheme: dark) { :root { \(variables(.dark)) } .dark { display: inline; } }",
      ]
    return ([rules] + colors).joined(separator: "\n")
  }

  private static func variables(_ theme: Theme) -> String {
    [
      ("page", theme.background), ("ink", theme.ink), ("muted", theme.muted), ("faint", theme.faint),
      ("grid", theme.grid), ("link", theme.seriesText[0]),
    ].map { "--\($0): \($1.hex);" }.joined(separator: " ")
  }

  private static let rules = """
    * { box-sizing: border-box; }
    html { scroll-padding-top: 5rem; }
    body { margin: 0; background: var(--page); color: var(--ink); line-height: 1.5;
      font-family: system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
    html[lang=en] [lang=zh], html[lang=zh] [lang=en], .dark, html[lang=en] .zh, [hidden] { display: none; }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: -99rem; z-index: 2; padding: .5rem 1rem; background: var(--page); }
    .skip:focus { left: 0; }
    header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center;
      gap: .5rem 1.5rem; padding: .75rem 2rem; background: var(--page); border-bottom: 1px solid var(--grid); }
    h1 { margin: 0 auto 0 0; font-size: 1.4rem; }
    form { display: flex; flex: 0 1 auto; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; }
    input { width: 16rem; max-width: 100%; min-height: 2.5rem; padding: 0 .75rem; font: inherit; color: inherit;
      background: transparent; border: 1px solid var(--muted); border-radius: 6px; }
    output { color: var(--muted); min-width: 7.5rem; }
    button { min-height: 2.5rem; padding: 0 .75rem; font: inherit; color: var(--ink); cursor: pointer;
      background: transparent; border: 1px solid var(--muted); border-radius: 6px; }
    .languages { display: flex; }
    .languages button + button { margin-left: -1px; }
    .languages button:first-child { border-radius: 6px 0 0 6px; }
    .languages button:last-child { border-radius: 0 6px 6px 0; }
    button[aria-pressed=true] { color: var(--page); background: var(--ink); border-color: var(--ink); }
    nav, main, footer { max-width: 90rem; margin: 0 auto; padding: 0 2rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 1rem 0 0; padding: 0; list-style: none; }
    nav a { display: inline-block; padding: .25rem 0; }
    h2 { margin: 2.5rem 0 0; font-size: 1.75rem; line-height: 1.25; }
    h3 { margin: 2rem 0 0; font-size: 1.25rem; }
    h3 + p, h3 + p + p { margin: 0 0 1rem; color: var(--muted); }
    .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 28rem), 1fr)); gap: 2rem; }
    article img { display: block; width: 100%; height: auto; border: 1px solid var(--grid); border-radius: 6px; }
    article > a { display: block; }
    h4 { margin: .75rem 0 0; font-size: 1rem; }
    article p { margin: .25rem 0 0; color: var(--muted); }
    .command { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; }
    code { padding: .125rem .375rem; color: var(--ink); background: var(--grid); border-radius: 4px;
      font: .875rem/1.6 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
    code i { font-style: normal; }
    .command button { min-height: 1.75rem; padding: 0 .5rem; font-size: .875rem; color: var(--muted); }
    details { margin-top: 1.5rem; }
    summary { display: inline-block; padding: .25rem 0; cursor: pointer; color: var(--link); }
    summary::before { content: "▸ "; }
    details[open] summary::before { content: "▾ "; }
    details ul { margin: .5rem 0; padding: 0; list-style: none; max-width: 60rem; }
    details li { padding: .25rem 0; }
    footer { padding: 3rem 2rem; color: var(--muted); }
    @media (max-width: 48rem) {
      header, footer { padding-left: 1rem; padding-right: 1rem; }
      nav, main { padding: 0 1rem; }
      h1 { font-size: 1.1rem; }
      form { order: 3; flex: 1 0 100%; }
      input { flex: 1 1 8rem; width: auto; min-width: 0; }
      html { scroll-padding-top: 8rem; }
    }
    @media print { header, nav, .command button { display: none; } }
    """
}

/// What the page of figures does: it searches, changes its language, and copies commands.
enum GalleryScript {
  static let text = """
    const page = document.documentElement, query = document.getElementById('query');
    const count = document.getElementById('count'), none = document.getElementById('none');
    const words = {
      en: { all: n => n + (n === 1 ? ' figure' : ' figures'), some: (k, n) => k + ' of ' + n + ' figures',
        copy: 'Copy', done: 'Copied', of: 'Copy the command ', chapters: 'Chapters', title: 'The figures' },
      zh: { all: n => '共 ' + n + ' 幅图', some: (k, n) => n + ' 幅图中的 ' + k + ' 幅',
        copy: '复制', done: '已复制', of: '复制命令 ', chapters: '章节', title: '全部图示' },
    };
    const say = () => words[page.lang];
    const shown = node => [...node.childNodes].map(child =>
      child.nodeType === 3 ? child.data : getComputedStyle(child).display === 'none' ? '' : shown(child)).join('');
    const plain = text => text.normalize('NFKC').toLowerCase();

    const lessons = [...document.querySelectorAll('.lesson')].map(section => {
      const own = [...section.children].filter(part => !part.matches('.grid')).map(part => part.textContent).join(' ');
      const chapter = section.parentNode.querySelector('h2').textContent;
      const figures = [...section.querySelectorAll('article')].map(figure => {
        const alts = [...figure.querySelectorAll('img')].map(image => [image.alt, image.dataset.alt]).join(' ');
        return { figure, text: plain([figure.textContent, alts, figure.id, own, chapter].join(' ')) };
      });
      return { section, figures };
    });
    const total = lessons.reduce((sum, lesson) => sum + lesson.figures.length, 0);

    function search() {
      const wanted = plain(query.value).split(/\\s+/).filter(word => word);
      let found = 0;
      for (const { section, figures } of lessons) {
        let here = 0;
        for (const { figure, text } of figures) {
          const fits = wanted.every(word => text.includes(word));
          figure.hidden = !fits;
          here += fits;
        }
        section.hidden = here === 0;
        found += here;
      }
      for (const chapter of document.querySelectorAll('.chapter')) {
        chapter.hidden = !chapter.querySelector('article:not([hidden])');
        const link = document.querySelector('nav a[href="#' + chapter.getAttribute('aria-labelledby') + '"]');
        link.parentNode.hidden = chapter.hidden;
      }
      none.hidden = found > 0;
      count.textContent = wanted.length ? say().some(found, total) : say().all(total);
    }
    query.addEventListener('input', search);
    document.addEventListener('keydown', event => {
      if (event.key === '/' && event.target !== query && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        query.focus();
      }
    });

    const buttons = [...document.querySelectorAll('.command')].map(line => {
      const button = document.createElement('button');
      button.type = 'button';
      button.addEventListener('click', () => copy(line.querySelector('code'), button));
      line.append(button);
      return { button, code: line.querySelector('code') };
    });
    function name() {
      for (const { button, code } of buttons) {
        button.textContent = say().copy;
        button.setAttribute('aria-label', say().of + shown(code));
      }
    }
    async function copy(code, button) {
      const text = shown(code);
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        getSelection().selectAllChildren(code);
        document.execCommand('copy');
      }
      button.textContent = say().done;
      count.textContent = say().done + ': ' + text;
      setTimeout(() => { button.textContent = say().copy; search(); }, 2000);
    }

    // Pictures and their texts in the other language stand in data- of the same name.
    function exchange() {
      for (const part of document.querySelectorAll('picture > *')) {
        for (const name of ['srcset', 'src', 'alt']) {
          const other = part.getAttribute('data-' + name);
          if (other === null) continue;
          part.setAttribute('data-' + name, part.getAttribute(name));
          part.setAttribute(name, other);
        }
      }
      for (const link of document.querySelectorAll('article > a')) link.href = link.querySelector('img').src;
    }
    function speak(language) {
      if (page.lang !== language) exchange();
      page.lang = language;
      document.title = say().title;
      document.querySelector('nav').setAttribute('aria-label', say().chapters);
      for (const button of document.querySelectorAll('[data-lang]'))
        button.setAttribute('aria-pressed', button.dataset.lang === language);
      name();
      search();
    }
    for (const button of document.querySelectorAll('[data-lang]')) {
      button.addEventListener('click', () => {
        speak(button.dataset.lang);
        try { localStorage.setItem('language', page.lang); } catch {}
      });
    }
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', name);
    // A click opens the picture that is seen, the dark one on a dark page.
    for (const link of document.querySelectorAll('article > a'))
      link.addEventListener('click', () => { link.href = link.querySelector('img').currentSrc || link.href; });
    let start = page.lang;
    try { start = localStorage.getItem('language') || start; } catch {}
    speak(document.querySelector('[data-lang="' + start + '"]') ? start : page.lang);
    """
}

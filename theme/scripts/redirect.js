// Goes to where a page has moved, faster than the page's own refresh, and keeps the place that a link named.
(() => {
  const link = document.querySelector("a[data-cb-redirect]");
  if (!link) return;
  const target = new URL(link.href);
  if (location.hash !== "") target.hash = location.hash;
  if (target.protocol === "https:" || target.protocol === "http:") location.replace(target);
})();

// Forms whose fields make the address of a link.
export function enhanceForms() {
  for (const form of document.querySelectorAll("[data-cb-form]")) {
    const link = form.querySelector("a");
    const fields = [...form.querySelectorAll("[data-cb-name]")];
    if (!link) continue;
    const update = () => {
      const values = new Map(fields.map((field) => [field.dataset.cbName, field.value]));
      link.href = form.dataset.cbForm.replace(/\{([^}]*)\}/g, (whole, name) =>
        values.has(name) ? encodeURIComponent(values.get(name)) : whole,
      );
    };
    form.addEventListener("input", update);
    update();
  }
}

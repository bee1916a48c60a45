/** `03 西片警格`; of a grid whose name says its code only the name. */
export function gridName({ code, name }: { readonly code: string; readonly name: string }): string {
  return name.includes(code) ? name : `${code} ${name}`;
}

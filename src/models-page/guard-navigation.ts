/** This page's policy lets it reach model hosts, but nobody leaves for one: a host could redirect to anywhere. */
export function guardNavigation(): void {
  if (!("navigation" in globalThis)) return;
  navigation.addEventListener("navigate", (event) => {
    if (new URL(event.destination.url).origin !== location.origin) event.preventDefault();
  });
}

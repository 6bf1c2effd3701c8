/** Channels in which the browser itself sends a request for the page: sign-in and payment. */
import type { Channel } from "./channel.ts";

/** Federated credentials; not in TypeScript's DOM library yet. */
type FederatedRequest = CredentialRequestOptions & {
  readonly identity: {
    readonly providers: readonly { readonly configURL: string; readonly clientId: string }[];
  };
};

export const browserServiceChannels = [
  {
    id: "federated-sign-in",
    family: "browser",
    short: true,
    run: ({ https, canary }) => {
      const request: FederatedRequest = {
        identity: { providers: [{ configURL: `${https}/x.json`, clientId: canary }] },
        mediation: "optional",
      };
      return navigator.credentials.get(request);
    },
  },
  {
    id: "payment-request",
    family: "browser",
    run: ({ https, canary }) => {
      const total = { label: "x", amount: { currency: "USD", value: "1" } };
      const request = new PaymentRequest([{ supportedMethods: `${https}/pay?${canary}` }], { total });
      attack.kept.push(request);
      return request.canMakePayment();
    },
  },
] as const satisfies readonly Channel[];

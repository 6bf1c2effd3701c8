/** Catches a render error of one panel, so that a broken panel never takes the case away. */

import { Component } from "react";
import type { ReactElement, ReactNode } from "react";

export type PanelBoundaryProps = {
  readonly children: ReactNode;
  /** Draws the way on: `retry` renders the panel anew. */
  readonly fallback: (error: unknown, retry: () => void) => ReactElement;
};

type State = { readonly caught: { readonly error: unknown } | undefined };

/** React only catches render errors in a class. */
export class PanelBoundary extends Component<PanelBoundaryProps, State> {
  override state: State = { caught: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { caught: { error } };
  }

  override render(): ReactNode {
    const { caught } = this.state;
    if (caught === undefined) return this.props.children;
    return this.props.fallback(caught.error, () => this.setState({ caught: undefined }));
  }
}

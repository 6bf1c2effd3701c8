/** Catches a render error of one panel, so that a broken panel never takes the case away. */

import { Component } from "react";
import type { ComponentType, ReactNode } from "react";

export type PanelBoundaryProps = {
  readonly children: ReactNode;
  /** Draws the way on; `retry` renders the panel anew. */
  readonly Failure: ComponentType<PanelFailureProps>;
};

export type PanelFailureProps = { readonly error: unknown; readonly retry: () => void };

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
    const { Failure } = this.props;
    return <Failure error={caught.error} retry={() => this.setState({ caught: undefined })} />;
  }
}

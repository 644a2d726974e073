import { Component, type ReactNode } from 'react';

interface PlotBoundaryProps {
  /** What is shown where the browser can't draw: the library of the charts stops in some, such as those with an odd language tag. */
  instead: ReactNode;
  children: ReactNode;
}

export class PlotBoundary extends Component<PlotBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

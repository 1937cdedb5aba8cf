import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  /** Drawn instead; `reset` tries again. */
  fallback: (reset: () => void) => ReactNode;
}

/** Keeps a fault of one row or view from taking the rest with it. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return this.props.fallback(() => this.setState({ broken: false }));
  }
}

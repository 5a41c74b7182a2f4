import { Component, type ReactNode } from 'react'
import { ErrorScreen } from './error-screen.tsx'

interface ErrorBoundaryProps {
  /** Where it is; another address is another chance. */
  path: string
  children: ReactNode
}

/** Shows the error screen in the place of what broke, until a retry or the next navigation. */
export class ErrorBoundary extends Component<
  ErrorBoundaryProps,
  { failure: { error: unknown } | null }
> {
  override state: { failure: { error: unknown } | null } = { failure: null }

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } }
  }

  override componentDidUpdate({ path }: ErrorBoundaryProps) {
    if (path !== this.props.path && this.state.failure) this.reset()
  }

  readonly reset = () => this.setState({ failure: null })

  override render() {
    const { failure } = this.state
    return failure ? (
      <ErrorScreen error={failure.error} onRetry={this.reset} />
    ) : (
      this.props.children
    )
  }
}

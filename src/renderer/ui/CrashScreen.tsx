import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';

/** What stands in place of a window that could not be drawn. */
function CrashText({ message }: { readonly message: string }) {
  const { t } = useTranslation('common');
  return (
    <main className="crash">
      <h1>{t('crashTitle')}</h1>
      <p>{t('crashText')}</p>
      <p className="dim">{message}</p>
      <Button variant="primary" onPress={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </main>
  );
}

interface CrashState {
  readonly message: string | null;
}

/** Catches what a component throws while it is drawn, which only a class can (React); a blank window says nothing. */
export class CrashScreen extends Component<{ readonly children: ReactNode }, CrashState> {
  override readonly state: CrashState = { message: null };

  static getDerivedStateFromError(thrown: unknown): CrashState {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    return message === null ? this.props.children : <CrashText message={message} />;
  }
}

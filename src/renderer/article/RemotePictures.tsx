import { ImageOff } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions } from '../state/store.ts';
import { Button as PushButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

/** In the head of a post: how many pictures, sounds and films on the web were not loaded, and their addresses. */
export function RemotePictures({ addresses }: { readonly addresses: readonly string[] }) {
  const { t } = useTranslation('reading');
  const format = useFormat();
  const actions = useActions();
  const count = addresses.length;
  if (count === 0) return null;
  const copy = (): void => {
    void actions.copyText(addresses.join('\n'));
    const text = t('addressesCopied', { count, shown: format.number(count) });
    actions.notify({ kind: 'text', text });
  };
  const said = t('remotePictures', { count, shown: format.number(count) });
  return (
    <DialogTrigger>
      <Button className="post-remote">
        <Icon of={ImageOff} size={12} />
        {said}
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog aria-label={said} className="remote-popover">
          <p>{t('remoteWhy')}</p>
          <ul>
            {addresses.map((address) => (
              <li key={address} dir="ltr">
                {address}
              </li>
            ))}
          </ul>
          <PushButton onPress={copy}>{t('copyAddresses')}</PushButton>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

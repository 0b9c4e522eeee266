import { Tag } from 'lucide-react';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../shared/model.ts';
import { useActions } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { LabelPicker } from './LabelPicker.tsx';

/** A button that opens the label picker for the ticked posts. */
export function LabelButton({ label }: { readonly label: string }) {
  const { t } = useTranslation('library');
  const { actedOn } = useActions();
  const [ids, setIds] = useState<readonly PostId[] | null>(null);
  return (
    <DialogTrigger
      isOpen={ids !== null}
      onOpenChange={(isOpen) => {
        if (isOpen) void actedOn().then(setIds);
        else setIds(null);
      }}
    >
      <IconButton icon={Tag} label={label} className="opt" />
      <Popover className="popover" placement="top end" offset={8}>
        <Dialog aria-label={t('labels')} className="label-dialog">
          {ids !== null && <LabelPicker ids={ids} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

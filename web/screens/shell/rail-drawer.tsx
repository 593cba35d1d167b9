import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { Wordmark } from '../../parts/symbol.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './rail-drawer.module.css'

/** The rail where there is no room for one; fetched when it is first opened. */
export const RailDrawer = ({ opened, onClose, children }: { opened: boolean; onClose: () => void; children: ReactNode }) => {
  const { t } = useTexts()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={256}
      title={<Wordmark />}
      closeButtonProps={{ 'aria-label': t.close }}
      classNames={{ body: css.body ?? '' }}
    >
      {children}
    </Drawer>
  )
}

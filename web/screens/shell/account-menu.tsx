import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconBell, IconCheck, IconKey, IconLogin2, IconLogout, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMe, useSignOut } from '../../data/me.ts'
import { languages, useTexts } from '../../texts/language.tsx'
import { AccountButton } from './account-button.tsx'

const schemes = ['auto', 'light', 'dark'] as const

/** What each reader sets for themselves, theme and language, and the way out. It comes open, because it was asked for. */
export const AccountMenu = () => {
  const { t, language, speak } = useTexts()
  const { data: me } = useMe()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  const [opened, setOpened] = useState(false)
  // One step after the button has the focus, so that closing gives it back.
  useEffect(() => setOpened(true), [])
  const signedIn = me?.person != null
  return (
    <Menu position="top-start" width="target" withinPortal opened={opened} onChange={setOpened}>
      <Menu.Target>
        <AccountButton autoFocus />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.shell.theme}</Menu.Label>
        <Menu.RadioGroup value={colorScheme}>
          {schemes.map(scheme => (
            <Menu.RadioItem
              closeMenuOnClick
              key={scheme}
              value={scheme}
              checkIcon={<IconCheck size={16} stroke={1.6} />}
              onChange={() => setColorScheme(scheme)}
            >
              {t.shell.schemes[scheme]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t.shell.language}</Menu.Label>
        <Menu.RadioGroup value={language}>
          {languages.map(each => (
            <Menu.RadioItem
              closeMenuOnClick
              key={each}
              value={each}
              lang={each}
              checkIcon={<IconCheck size={16} stroke={1.6} />}
              onChange={() => speak(each)}
            >
              {t.shell.languages[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        {me?.demo === true && (
          <Menu.Item
            component={Link}
            to="/"
            leftSection={signedIn ? <IconUsers size={16} stroke={1.6} /> : <IconLogin2 size={16} stroke={1.6} />}
          >
            {signedIn ? t.shell.changePerson : t.shell.choosePerson}
          </Menu.Item>
        )}
        {me?.demo === false && !signedIn && (
          <Menu.Item component={Link} to="/sign-in" leftSection={<IconLogin2 size={16} stroke={1.6} />}>
            {t.shell.signIn}
          </Menu.Item>
        )}
        {signedIn && (
          <Menu.Item component={Link} to="/messages/preferences" leftSection={<IconBell size={16} stroke={1.6} />}>
            {t.shell.told}
          </Menu.Item>
        )}
        {signedIn && (
          <Menu.Item component={Link} to="/access" leftSection={<IconKey size={16} stroke={1.6} />}>
            {t.access.mine.name}
          </Menu.Item>
        )}
        {signedIn && (
          <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => signOut.mutate()}>
            {t.shell.signOut}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

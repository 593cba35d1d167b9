import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconLogin2, IconLogout, IconSettings, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMe, useSignOut } from '../../data/me.ts'
import { Avatar } from '../../parts/avatar.tsx'
import { languages, useTexts } from '../../texts/language.tsx'
import css from './account.module.css'

const schemes = ['auto', 'light', 'dark'] as const

/** Who is signed in, and what each reader sets for themselves: theme and language; the way out. */
export const Account = () => {
  const { t, language, speak } = useTexts()
  const { data: me } = useMe()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  const person = me?.person ?? null
  return (
    <Menu position="top-start" width={220} withinPortal>
      <Menu.Target>
        <button type="button" className={css.person}>
          {person === null ? <IconSettings size={17} stroke={1.6} aria-hidden /> : <Avatar name={person.name} />}
          <span>
            <b>{person?.name ?? t.shell.nobody}</b>
            <small>{person?.unit ?? t.shell.preferences}</small>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.shell.theme}</Menu.Label>
        <Menu.RadioGroup value={colorScheme}>
          {schemes.map(scheme => (
            <Menu.RadioItem closeMenuOnClick key={scheme} value={scheme} checkIcon={<IconCheck size={16} stroke={1.6} />} onChange={() => setColorScheme(scheme)}>
              {t.shell.schemes[scheme]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t.shell.language}</Menu.Label>
        <Menu.RadioGroup value={language}>
          {languages.map(each => (
            <Menu.RadioItem closeMenuOnClick key={each} value={each} lang={each} checkIcon={<IconCheck size={16} stroke={1.6} />} onChange={() => speak(each)}>
              {t.shell.languages[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        {me?.demo === true && (
          <Menu.Item component={Link} to="/" leftSection={person === null ? <IconLogin2 size={16} stroke={1.6} /> : <IconUsers size={16} stroke={1.6} />}>
            {person === null ? t.shell.choosePerson : t.shell.changePerson}
          </Menu.Item>
        )}
        {person !== null && (
          <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => signOut.mutate()}>
            {t.shell.signOut}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

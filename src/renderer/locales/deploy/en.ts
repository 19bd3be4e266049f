/** Deploying images, and which computer carries which, in English. */
import type { Messages } from './es.ts'

const en: Messages = {
  title: 'Deploy image',
  target: 'To {target}',
  sections: {
    image: 'Image',
    targets: 'Computers and destination',
    protocol: 'How the image travels',
    checks: 'Checks beforehand',
    summary: 'What will be done'
  },
  image: {
    label: 'Image to deploy',
    none: 'There is no image that was created successfully yet. Create one from a model computer.',
    made: 'created on {date}',
    sourceSize: 'comes from a partition of {size}',
    checking: 'Asking the repository…',
    there: 'The repository {repository} answers and has the image.'
  },
  targets: {
    choose: 'Classroom or group',
    chooseHint: 'It will be deployed to all of its computers. To choose only some, tick them in “Groups”.',
    change: 'Change computers',
    toGroups: 'Choose computers in “Groups”',
    count: '1 computer | {n} computers',
    unknown:
      'Left out: {names}. Its partition table is not known; refresh it on its page. | Left out: {names}. Their partition tables are not known; refresh them on their pages.',
    partition: 'p{partition} {type} {size}',
    disk: 'Disk {disk} ({table}): {partitions}',
    noTable: 'unknown table',
    include: 'Include these computers',
    caption: 'Partitions of {names}; choose the one that takes the image',
    chooseRow: 'Disk {disk}, partition {partition}: {what}',
    nothingFits: 'The image fits into none of its partitions: these computers are left out.',
    imageFirst: 'Choose the image first: then you see which partition it fits on.',
    model: {
      leftOut: '{client} is left out: the image was made of its partition {partition} of disk {disk}.',
      restore: 'Restore {client} as well',
      warning:
        '{client} goes back to what it was when the image was made: whatever has changed on that partition since is lost.'
    }
  },
  reasons: {
    'whole-disk': 'It is the whole disk',
    'partition-type': 'Of a type that takes no images',
    cache: 'It is the cache',
    'too-small': 'Too small: {size} are needed'
  },
  doubts: {
    'other-table': 'The image comes from a disk with another partition table: the system may not start',
    'other-type': 'The image comes from a partition of another type'
  },
  protocol: {
    label: 'Protocol',
    kinds: { unicast: 'Unicast', multicast: 'Multicast', torrent: 'Torrent' },
    hints: {
      unicast: 'Each computer downloads the image by itself, a few at a time.',
      multicast: 'All of them get it at once: the repository sends it over the network only once.',
      torrent: 'Each computer shares it with the others while it downloads it.'
    },
    clients: 'Computers to wait for',
    wait: 'Longest wait',
    seed: 'Time sharing',
    inherited: 'Proposed by {units}; what you change here holds for this time only.',
    inheritedNone: 'These classrooms do not say how images travel: please check the values.'
  },
  checks: { again: 'Check again', checking: 'Asking the computers: {done} of {total}' },
  summary: {
    erases:
      'Partition {partition} of disk {disk} will be erased on 1 computer | Partition {partition} of disk {disk} will be erased on {n} computers',
    holds: 'it now has {systems}',
    leftOut: '1 computer is left out | {n} computers are left out',
    nobody: 'None of the computers can take the image now.',
    waitInstead: 'You can let it wait: choose “When the computer connects”.',
    understood:
      'I understand that the data of that partition will be lost on 1 computer | I understand that the data of that partition will be lost on {n} computers'
  },
  run: {
    now: 'Deploy to 1 computer | Deploy to {n} computers',
    at: 'Schedule for 1 computer | Schedule for {n} computers',
    'next-report': 'Let wait for 1 computer | Let wait for {n} computers'
  },
  status: {
    image: 'Choose the image.',
    targets: 'Choose the computers.',
    place: 'Choose the destination of each group.',
    protocol: 'Correct the values of the protocol.',
    moment: 'Choose when.',
    loading: 'One moment…',
    source: 'The repository cannot serve the image.',
    nobody: 'No computer can take it.',
    model: 'There is only the model: tick it if you want to restore it.',
    tick: 'Confirm what is erased.',
    ready: 'All set.',
    sending: 'Sending the order…'
  },
  done: 'Deployment ordered.',
  versions: {
    column: 'Image',
    since: 'since {date}',
    older: 'older than the current one',
    gone: 'the image is no longer in the console',
    oneVersion: '{image}: 1 computer | {image}: {n} computers',
    behind: '{image}: 1 computer with an older version | {image}: {n} computers with an older version',
    several: '{versions} versions of {image}',
    selectBehind: 'Select those with an older version',
    deployBehind: 'Deploy the current one to them',
    of: 'Versions of {image}',
    target: 'Computers with an older version of {image}',
    title: 'Computers that have it',
    nobody: 'No computer is known to have this image: it is noted when it is deployed from here.',
    currentVersion: 'Current version',
    olderVersion: 'Older version',
    computers: '1 computer | {n} computers',
    latest: 'last deployed on {date}',
    select: 'Select 1 computer | Select {n} computers'
  }
}

export default en

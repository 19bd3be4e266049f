/** Commands, their targets, and the batches that come of them, in English. */
import type { Messages } from './es.ts'

const en: Messages = {
  menu: {
    label: 'Commands',
    of: 'Commands for {name}',
    giveTo: '{command}: {name}',
    computersOf: '{target} | 1 computer of {target} | {n} computers of {target}',
    noTargets: 'There are no computers here',
    oneOnly: 'Choose one computer as the model',
    nobody: {
      'og-live': 'It is not in ogLive | None of them is in ogLive',
      system: 'No system runs, or no secret',
      any: 'It does not answer: the order can wait | None of them answers: the order can wait',
      wake: 'It is already on | All of them are already on'
    }
  },
  keywords: {
    'power-on': 'start wake wol wake on lan turn on',
    'power-off': 'turn off shut down poweroff halt',
    reboot: 'restart reset',
    login: 'boot enter system',
    'deploy-image': 'restore clone install',
    'delete-cached-image': 'remove cache',
    'partition-and-format': 'disks format table',
    'software-inventory': 'programs applications installed',
    'hardware-inventory': 'components memory processor',
    message: 'notice popup tell',
    logout: 'log off user',
    'run-script': 'launch program bash',
    refresh: 'partitions disks read'
  },
  doors: { 'og-live': 'through ogLive', system: 'through its system', wake: 'with a magic packet' },
  dialog: {
    when: 'When',
    moments: { now: 'Now', at: 'At a time', 'next-report': 'When the computer connects' },
    momentHints: {
      at: 'It runs at that time if ogDesk is open; otherwise, when it is opened.',
      'next-report': 'Each computer gets it the next time that it is switched on and reports to the console.'
    },
    date: 'Date',
    time: 'Time',
    past: 'Choose a date and a time that have not passed.',
    targets: 'Computers',
    checking: 'Asking the computers: {done} of {total}',
    takePart: 'Taking part ({n})',
    leftOut: 'Left out ({n})',
    noneTakes: 'None of the computers can take the order now.',
    waitInstead: 'You can let it wait: choose “When the computer connects”.',
    warned: '1 computer with warnings | {n} computers with warnings',
    understood:
      'I understand that the data of 1 computer will be lost | I understand that the data of {n} computers will be lost',
    verbs: {
      'power-on': 'Switch on {computers}',
      'power-off': 'Switch off {computers}',
      reboot: 'Restart {computers}',
      login: 'Log in on {computers}',
      logout: 'Log out of {computers}',
      message: 'Send the message to {computers}',
      'run-script': 'Run on {computers}',
      'delete-cached-image': 'Delete from the cache of {computers}',
      'hardware-inventory': 'Take the hardware inventory of {computers}',
      'software-inventory': 'Take the software inventory of {computers}',
      refresh: 'Refresh {computers}',
      'deploy-image': 'Deploy on {computers}',
      'partition-and-format': 'Partition {computers}'
    },
    later: { at: 'Schedule for {computers}', 'next-report': 'Let it wait for {computers}' },
    computers: 'no computer | 1 computer | {n} computers'
  },
  forms: {
    place: 'Disk and partition',
    placeOption: 'Disk {disk}, partition {partition} · {system}',
    placeCount: 'on {n} of {total} computers',
    placeLoading: 'Reading the partitions of the computers…',
    placeNone:
      'No partition with an installed system is known. Use “Refresh” first, with the computers in ogLive.',
    messageTitle: 'Title',
    messageText: 'Message',
    preview: 'What the user will see',
    previewNoTitle: 'Message',
    messageRequired: 'Write the message.',
    imageName: 'Image',
    imageHint: 'It is deleted from the local cache of the computers; the repository keeps it.',
    imageRequired: 'Write or choose the name of the image.',
    script: 'Script',
    scriptHint: 'In ogLive, root runs it; in an installed system, its ogAgent as administrator.',
    scriptRequired: 'Write the script.',
    scriptName: 'Name',
    scriptNameHint: 'To recognise the order later.',
    library: 'From the library',
    typed: 'Typed now',
    libraryEmpty: 'The library is empty: write the script here, or save it in “Scripts”.',
    inSession: 'In the session of the user who sits there',
    inSessionHint: 'Only in installed systems with somebody in session; in ogLive it changes nothing.',
    finalScript: 'What will run'
  },
  batchStates: {
    waiting: 'Waiting',
    running: 'Running',
    paused: 'Paused',
    unconfirmed: 'To be confirmed',
    done: 'Finished',
    failed: 'Finished with errors',
    cancelled: 'Cancelled'
  },
  batches: {
    title: 'Orders',
    subtitle: 'Commands for one or many computers: those that wait, those that run, and how they ended.',
    sections: {
      unconfirmed: 'To be confirmed',
      running: 'Running',
      waiting: 'Waiting',
      done: 'Finished'
    },
    empty: 'There are no orders yet',
    emptyText:
      'Choose computers or a classroom in “Groups” and give an order with the menu “Commands”. Here you will see how it goes.',
    toGroups: 'Go to Groups',
    badge: 'orders to be confirmed',
    name: '{command}: {target}',
    number: 'Order {number}',
    progressOf: 'Progress of order {number}',
    actionsOf: 'Actions of order {number}'
  },
  batch: {
    back: 'Back to Orders',
    missing: 'There is no such order',
    missingText: 'It may have been removed from the list. Its traces are still in “Traces”.',
    asked: 'What was asked for',
    computers: 'Computers',
    filter: 'Computers by state; press one to see only those',
    columns: { client: 'Computer', state: 'State', reason: 'Reason', time: 'Time', trace: 'Trace' },
    traceLink: 'Trace {id}',
    traceLabel: 'Trace {id} of {client}',
    progressOf: 'Progress of {client}',
    gone: 'Removed computer',
    waitsFor: {
      now: 'Waits for its turn',
      at: 'Waits for its time',
      'next-report': 'Waits for the computer to connect',
      paused: 'The order is paused',
      unconfirmed: 'Waits for your confirmation'
    },
    noMatch: 'No computer is in that state.',
    select: 'Select {client}',
    selectAll: 'Select all that are shown',
    lasted: 'Took {elapsed}',
    since: 'For {elapsed}',
    when: {
      at: 'Runs on {time}',
      next: 'Runs on each computer when it connects',
      started: 'Began on {time}',
      finished: 'Ended on {time}',
      lasted: 'took {elapsed}'
    },
    facts: {
      moment: 'When',
      created: 'Created',
      started: 'Start',
      finished: 'End',
      retryOf: 'Retry of',
      image: 'Image',
      place: 'Disk and partition',
      message: 'Message',
      script: 'Script',
      protocol: 'Protocol',
      disk: 'Disk'
    },
    placeText: 'disk {disk}, partition {partition}',
    retryLink: 'Order {number}',
    retryUnknown: 'Another order',
    traces: 'See its traces',
    unconfirmed: {
      title: 'This order needs your confirmation',
      at: 'It was to run on {time} ({ago}), and ogDesk did not run it then. As it interrupts or destroys, it is not run late without asking: run it now?',
      other:
        'It has waited since {time} ({ago}). As it interrupts or destroys, it is not run that late without asking: run it now?',
      begun:
        'It began on {time} ({ago}) and then stood still, paused or with ogDesk closed. As it interrupts or destroys, it does not go on that late without asking: go on with the computers that are left?',
      restored:
        'It comes from a backup that was restored, or the clock of this computer has changed since it was given (on {time}, {ago}). Nothing is done then without asking: run it now?'
    }
  },
  actions: {
    pause: 'Pause',
    resume: 'Continue',
    cancel: 'Cancel what is pending',
    cancelAll: 'Cancel the order',
    cancelPicked: 'Cancel the selected ({n})',
    retry: 'Retry the failed ({n})',
    retryPicked: 'Retry the selected ({n})',
    reschedule: 'Change the time',
    runNow: 'Run now',
    remove: 'Remove from the list',
    cancelTitle: 'Cancel what has not begun?',
    cancelText:
      '1 computer will not get the order. Those that have begun go on to the end. | {n} computers will not get the order. Those that have begun go on to the end.',
    keep: 'Do not cancel',
    runNowTitle: 'Run it now?',
    rescheduleTitle: 'When it runs',
    save: 'Save',
    done: {
      paused: 'The order is paused: it begins on no more computers.',
      resumed: 'The order continues.',
      asks: 'The order has stood still for too long: confirm it before it goes on.',
      cancelled: 'What had not begun is cancelled.',
      rescheduled: 'The time is changed.',
      runs: 'The order is running.',
      removed: 'The order is no longer in the list; its traces stay.',
      retried: 'It is tried again with a new order.'
    }
  },
  given: 'The order is given.',
  showBatch: 'See order',
  traces: { ofBatch: 'Of the order: {name}', allTraces: 'See all traces', batch: 'Order' },
  drawer: { computers: '{done} of {total} computers' },
  client: {
    doors: {
      'og-live': 'ogLive: takes every order for disks, inventory and power',
      busy: 'ogLive, busy: takes another order once it has finished its own',
      system: '{system}: takes message, switch off, restart, log out and script',
      off: 'Off: it can only be switched on',
      unknown: 'Nobody knows how it is: it can only be switched on',
      initializing: 'It is starting: wait until it has finished',
      'no-secret':
        '{system}, without its secret: it takes no orders. It hands it over when it starts; restart it by hand'
    },
    ask: 'Ask it',
    detail: 'What its system says',
    user: 'User',
    nobody: 'Nobody',
    load: 'Load',
    system: 'System',
    agent: 'ogAgent version',
    sessions: 'Sessions'
  },
  settings: {
    title: 'Orders',
    text: 'How many computers work at a time, and how long each is waited for. Blank stands for the usual.',
    columns: {
      command: 'Command',
      concurrency: 'Computers at a time',
      stagger: 'Between two (ms)',
      deadlineMinutes: 'Deadline (min)'
    },
    fieldOf: '{field} of {command}',
    rules: { concurrency: 'From 1 to 1000', stagger: 'From 0 to 60000', deadlineMinutes: 'From 1 to 10080' },
    wake: 'Wake on LAN',
    late: 'Late orders',
    wakeBy: 'Who sends the magic packet',
    wakeByChoices: { console: 'This computer', repository: 'The repository of each computer' },
    interface: 'Network interface',
    interfaceAuto: 'As the system chooses',
    port: 'Port',
    portRule: 'A number from 1 to 65535.',
    queueLimit: 'Hours after which it is asked',
    queueLimitText:
      'An order that interrupts or destroys and has waited longer than this is not run unless somebody confirms it.',
    queueLimitRule: 'From 1 to 744 hours.',
    own: 'Figures of each command'
  }
}

export default en

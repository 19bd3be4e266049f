import type { WorkMessages } from './es.ts'

const en: WorkMessages = {
  common: {
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy',
    copyThing: 'Copy {thing}',
    retry: 'Try again',
    perPage: 'Items per page:'
  },
  createImage: {
    title: 'Create image from model',
    client: 'Model computer: {name} ({ip})',
    backToClient: 'Back to {name}',
    save: 'Save and run',
    saving: 'Sending the order to {client}… The answer may take a few seconds.',
    ready: 'Everything is ready to create the image.',
    sections: {
      image: 'Image',
      partition: 'Select partition',
      data: 'Description of the image',
      checks: 'Preliminary checks',
      call: 'Call to ogAgent'
    },
    fields: {
      name: 'Canonical name',
      nameHint: 'Unaccented letters, digits, “_” and “-”. It will be the file’s name on the repository.',
      nameFile: 'File on the repository: {file}',
      nameLocked: 'An image that already exists is created again: it keeps its name.',
      existing: 'Previously created image',
      existingHint: 'Blank: a new image is created. Choose an image to create it again.',
      existingChosen: 'The image’s file on the repository will be replaced by the new one.',
      existingFailed: 'Creating this image failed: the same one will be tried again.',
      existingNone: 'This repository has no images yet.',
      existingBusy: 'Another task is creating it',
      description: 'Description',
      type: 'Type',
      version: 'Version',
      architecture: 'Architecture',
      repository: 'Repository',
      repositoryNone: 'There is no repository. Create one in “Repositories”.'
    },
    nameProblems: {
      empty: 'Enter a canonical name.',
      'too-long': 'The name cannot be longer than {max} characters.',
      characters: 'Only unaccented letters, digits, “_” and “-”; no spaces.',
      taken: 'There already is an image “{name}” in this repository.'
    },
    recreate: 'Create “{name}” again',
    partitions: {
      caption: 'Partitions of {client}; choose the one to make into an image',
      choose: 'Choose',
      chooseRow: 'Disk {disk}, partition {partition}: {what}',
      disk: 'Disk',
      partition: 'Partition',
      type: 'Type',
      fileSystem: 'File system',
      size: 'Size',
      usage: 'Usage',
      system: 'OS',
      noSystem: 'no operating system',
      empty: 'The partitions of this computer are not known',
      emptyText:
        'Without them there is nothing to choose for the image. ogAgent reports them when the computer starts ogLive.',
      noneCloneable: 'No partition of this computer can be made into an image.'
    },
    checks: {
      again: 'Check again',
      summaryRunning: 'Checking…',
      summaryPassed: 'Everything is right',
      summaryFailed: 'One check is not met | {n} checks are not met'
    },
    call: {
      intro: 'What ogDesk will send to the ogAgent of {client}:',
      pending: 'It will be shown once there is a name, a repository and a partition.',
      label: 'Call that will be sent, as a curl command',
      copy: 'Copy the call'
    },
    blocked: {
      loading: 'Wait for the computer’s data to load.',
      name: 'A valid canonical name is missing.',
      repository: 'Choose a repository.',
      partition: 'Select a partition.',
      checking: 'Wait for the checks to finish.',
      checks: 'Some checks are not met.',
      checksBroken: 'The checks could not be finished; press “Check again”.',
      saving: 'The order is being sent.'
    },
    done: 'ogAgent has received the order and is creating the image “{name}”.',
    seeTrace: 'See trace',
    failed: {
      title: 'The creation of the image could not be started',
      kept: 'The form keeps all its data. Put the cause right and try again: the same image “{name}” will be used.',
      keptPlain: 'The form keeps all its data. Put the cause right and try again.',
      trace: 'See trace {id}'
    },
    clientMissing: 'There is no such computer',
    clientMissingText: 'It may have been deleted. Choose another one in “Groups”.',
    toGroups: 'Go to Groups'
  },
  images: {
    title: 'Manage images',
    search: 'Search image name',
    columns: {
      id: 'ID',
      name: 'Image name',
      repository: 'Repository',
      state: 'State',
      fullsum: 'Fullsum',
      size: 'Size',
      created: 'Creation date',
      actions: 'Actions'
    },
    empty: 'There are no images yet',
    emptyText:
      'To create the first one, open in “Groups” the computer that will be the model and choose “Create image” in its “Commands” menu.',
    toGroups: 'Go to Groups',
    noMatch: 'No image has that name',
    noMatchText: 'There are no images whose name contains “{search}”.',
    clearSearch: 'Clear the search',
    see: 'See details of {name}',
    retryAux: 'Generate auxiliary files again',
    retryAuxOf: 'Generate the auxiliary files of {name} again',
    retryAuxSent: 'The repository has received the order and is generating the auxiliary files of “{name}”.',
    copyFullsum: 'Copy the fullsum of {name}',
    progressOf: 'Progress of “{name}”',
    unknownRepository: 'Deleted repository'
  },
  image: {
    title: 'Image {name}',
    number: 'Image no. {number}',
    backToList: 'Back to Images',
    data: 'Image data',
    origin: 'Origin',
    traces: 'Traces of the image',
    noTraces: 'There are no traces of this image.',
    states: {
      'in-progress': 'The image is being created: ogAgent is working on it.',
      'aux-files-pending':
        'The image has been created on the repository, but the auxiliary files have not been generated yet, nor the fullsum returned, which will be its unique identifier.',
      success:
        'The image has been created correctly. It is in the image repository, with its associated files generated successfully.',
      failed: 'The image could not be created, because of some error in the process.'
    },
    failedAux:
      'The image’s file is on the repository, but its auxiliary files could not be generated. You can ask for them again without repeating the image.',
    fields: {
      name: 'Canonical name',
      description: 'Description',
      type: 'Type',
      version: 'Version',
      architecture: 'Architecture',
      repository: 'Repository',
      file: 'File',
      size: 'Size',
      fullsum: 'Fullsum',
      uuid: 'Identifier',
      created: 'Creation date',
      updated: 'Last change',
      ready: 'Completed',
      client: 'Model computer',
      disk: 'Disk',
      partition: 'Partition',
      code: 'Partition type'
    },
    missing: 'There is no such image',
    missingText: 'It may have been deleted. Look for it in the list of images.',
    clientGone: 'Deleted computer',
    recreate: 'Create again'
  },
  traces: {
    title: 'Traces of commands and procedures',
    columns: {
      id: 'ID',
      command: 'Command',
      client: 'Client',
      state: 'State',
      job: 'Job thread',
      scheduled: 'Scheduled execution',
      finished: 'Finished'
    },
    filters: {
      label: 'Filters of the traces',
      client: 'Search client name',
      command: 'Select a command',
      state: 'State',
      reset: 'Reset filters'
    },
    empty: 'There are no traces yet',
    emptyText:
      'Every order sent to a computer or to a repository will appear here, with its state and its result.',
    noMatch: 'No trace meets the filters',
    noMatchText: 'Change the filters, or reset them to see all traces.',
    progressOf: 'Progress of trace {id}',
    running: 'Running for {elapsed}',
    waiting: 'No news of its progress yet',
    orphans: {
      title: 'Webhooks without a trace',
      count: '{n} webhook | {n} webhooks',
      intro:
        'Webhooks that came from a job unknown to ogDesk; they have changed no state. They usually come from jobs started by another console.',
      received: 'Received',
      from: 'Source',
      path: 'Path',
      job: 'Job thread',
      body: 'Content',
      seeBody: 'See the content of the webhook of {job}'
    }
  },
  drawer: {
    title: 'Traces',
    close: 'Close the traces panel',
    running: 'Running',
    nothingRunning: 'No task is running.',
    latest: 'Latest finished',
    empty: 'There are no traces yet',
    emptyText: 'When you send an order, you will be able to follow it here until it ends.',
    all: 'See all traces',
    elapsed: 'Elapsed time: {elapsed}',
    lasted: 'Duration: {elapsed}',
    unseen: 'Not seen'
  },
  trace: {
    title: 'Trace {id}',
    backToList: 'Back to Traces',
    summary: 'Summary',
    fields: {
      command: 'Command',
      client: 'Client',
      repository: 'Repository',
      image: 'Image',
      job: 'Job thread',
      parent: 'Follows from',
      children: 'Continues in',
      scheduled: 'Scheduled execution',
      started: 'Started',
      finished: 'Finished',
      lasted: 'Duration',
      elapsed: 'Running for',
      deadline: 'Will be given up',
      deadlineHint: 'if there is no news before'
    },
    parentLink: 'Trace {id}: {command}',
    askedStates: { answers: 'answers', silent: 'does not answer' },
    history: 'History',
    historyEmpty: 'Nothing has happened yet.',
    moreProgress: 'See {n} more progress webhook | See {n} more progress webhooks',
    lessProgress: 'See fewer progress webhooks',
    showRaw: 'See raw',
    hideRaw: 'Hide',
    rawOf: 'Raw content of: {sentence}',
    copyRaw: 'Copy the raw content',
    input: 'Input',
    inputHint: 'The parameters sent, as they travel over the network.',
    output: 'Output',
    outputHint: 'The result received, as it came over the network.',
    inputEmpty: 'No parameters are stored.',
    outputEmpty: 'There is no result yet.',
    outputNone: 'No result was received.',
    missing: 'There is no such trace',
    missingText: 'Look for it in the list of traces.'
  }
}

export default en

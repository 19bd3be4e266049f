import { auditedEn } from './audited/en.ts'
import type { SharedMessages } from './es.ts'

export const en: SharedMessages = {
  audited: auditedEn,
  states: {
    client: {
      off: 'Off',
      initializing: 'Starting',
      'og-live': 'ogLive',
      linux: 'Linux',
      'linux-session': 'Linux, in session',
      windows: 'Windows',
      'windows-session': 'Windows, in session',
      macos: 'macOS',
      'macos-session': 'macOS, in session',
      busy: 'Busy',
      unknown: 'Unknown'
    },
    image: {
      'in-progress': 'In progress',
      'aux-files-pending': 'Auxiliary files pending',
      success: 'Created successfully',
      failed: 'Error'
    },
    trace: {
      pending: 'Pending',
      'in-progress': 'In progress',
      success: 'Finished successfully',
      failed: 'Error',
      cancelled: 'Cancelled'
    }
  },
  commands: {
    'create-image': 'Create image',
    'create-image-aux-file': 'Create auxiliary files',
    'deploy-image': 'Deploy image',
    'power-on': 'Power on',
    'power-off': 'Power off',
    reboot: 'Reboot',
    login: 'Start session',
    'partition-and-format': 'Partition and format',
    'hardware-inventory': 'Hardware inventory',
    'software-inventory': 'Software inventory',
    'delete-cached-image': 'Delete cached image',
    'run-script': 'Run script',
    refresh: 'Refresh',
    message: 'Send message',
    logout: 'Log out'
  },
  failures: {
    'agent-refused':
      'Computer {client} ({address}) refuses the connection: ogAgent is not running. Check that the computer has booted into ogLive.',
    'agent-timeout':
      'Computer {client} ({address}) did not answer within {seconds} s. Check that it is on and connected to the network.',
    'agent-unreachable':
      'Computer {client} ({address}) cannot be reached. Check the network between this desk and the classroom, and that the computer is on.',
    'agent-tls':
      'No secure connection could be made with computer {client} ({address}): what answers is not an ogAgent, or its certificate is not valid.',
    'agent-connection-lost':
      'Computer {client} ({address}) closed the connection before answering. Try again; if it happens again, restart the computer.',
    'agent-error': 'ogAgent on computer {client} ({address}) answered with an error: “{text}”.',
    'agent-busy':
      'Computer {client} ({address}) is busy with another task. Wait until it ends and try again.',
    'agent-unauthorized':
      'ogAgent on computer {client} ({address}) does not authorise the operation. Restart the computer so that it registers with the console again.',
    'agent-unknown-operation':
      'ogAgent on computer {client} ({address}) does not know the operation: it is not in ogLive, or its version does not offer it.',
    'agent-not-json':
      'Computer {client} ({address}) answered something that cannot be understood. Check that there is an ogAgent at that address.',
    'agent-unexpected-reply':
      'Computer {client} ({address}) gave an answer that was not expected (HTTP status {status}).',
    'agent-no-job-id':
      'Computer {client} ({address}) answered without a job identifier, so its progress cannot be followed.',
    'agent-too-large': 'Computer {client} ({address}) sent too large an answer.',
    'repository-refused':
      'Repository {repository} ({address}) refuses the connection: ogRepository is not running.',
    'repository-timeout': 'Repository {repository} ({address}) did not answer within {seconds} s.',
    'repository-unreachable':
      'Repository {repository} ({address}) cannot be reached. Check the network and that the server is on.',
    'repository-tls': 'No secure connection could be made with repository {repository} ({address}).',
    'repository-connection-lost':
      'Repository {repository} ({address}) closed the connection before answering.',
    'repository-error': 'Repository {repository} ({address}) answered with an error: “{text}”.',
    'repository-busy': 'Repository {repository} ({address}) is busy. Try again later.',
    'repository-unauthorized': 'Repository {repository} ({address}) does not authorise the operation.',
    'repository-unknown-operation': 'Repository {repository} ({address}) does not know the operation.',
    'repository-not-json':
      'Repository {repository} ({address}) answered something that cannot be understood. Check that there is an ogRepository at that address.',
    'repository-unexpected-reply':
      'Repository {repository} ({address}) gave an answer that was not expected (HTTP status {status}).',
    'repository-no-job-id':
      'Repository {repository} ({address}) answered without a job identifier, so its progress cannot be followed.',
    'repository-too-large': 'Repository {repository} ({address}) sent too large an answer.',
    'repository-certificate-changed':
      'The certificate of repository {repository} ({address}) has changed since the first connection. Unless the administrator changed it, somebody may be impersonating it.',
    'job-failed': 'Computer {client} ended the task with an error. {explanation}',
    'repository-job-failed': 'Repository {repository} ended the task with an error: “{text}”.',
    'no-answer':
      'No answer: there has been no news of the task for {minutes} min. If the result comes later, it will be taken.',
    'not-found': 'It no longer exists. It may have been deleted from another window.',
    'name-empty': 'Write a canonical name.',
    'name-too-long': 'The canonical name has {length} characters; the most is {max}.',
    'name-characters': 'The canonical name may only have unaccented letters, digits, “_” and “-”.',
    'name-taken': 'There is already an image “{name}” in repository {repository}. Choose another name.',
    'partition-not-cloneable': 'Partition {partition} of disk {disk} cannot be cloned.',
    'client-job-running': 'Computer {client} already has a task running: {command}. Wait until it ends.',
    'client-not-og-live':
      'Computer {client} is not in ogLive but in “{state}”. Restart it into ogLive to create the image.',
    'no-repository': 'Computer {client} has no repository. Give one to it or to its classroom.',
    'image-in-use': 'Image “{name}” has a task running. Wait until it ends.',
    'image-leaving':
      'The image “{name}” is being removed from the repository. Wait until that has ended: if the repository refuses, the image stays.',
    'image-not-retryable':
      'The auxiliary files of image “{name}” cannot be asked for again in its present state.',
    'duplicate-mac': 'MAC address {mac} already belongs to computer {client}.',
    'duplicate-ip': 'IP address {ip} already belongs to computer {client}.',
    'duplicate-name': '“{name}” already exists.',
    'duplicate-client-name': 'There is a computer “{name}” in {unit} already.',
    'duplicate-repository-address':
      'The address {address} already belongs to the repository “{repository}”. Enter another address or another port.',
    'ip-outside-subnet':
      'The IP address {ip} is not in the subnet {subnet} ({netmask}). Correct the address or choose another subnet.',
    'ip-of-network':
      'The IP address {ip} is that of the network “{name}” itself ({subnet}, {netmask}). Choose another address for the computer.',
    'ip-of-router':
      'The IP address {ip} is that of the router of “{name}”. Choose another address for the computer.',
    'subnet-leaves-client':
      'With these data, {ip} ({client}) would be outside the subnet. Change the subnet of its computers first.',
    'subnet-in-use':
      'The subnet “{name}” has computers ({count}), the first is {client}. Assign them another subnet first.',
    'repository-in-use':
      'The repository “{name}” is in use: {units} units, {clients} computers and {images} images name it. Assign them another one first.',
    'unit-into-itself': '“{name}” cannot be moved into itself.',
    'unit-cannot-hold':
      '“{name}” cannot be inside “{parent}”: a centre holds classroom groups and classrooms, and a classroom holds groups of computers.',
    'undo-gone': 'This can no longer be undone: the change is of an earlier run, or was undone already.',
    'undo-clash':
      'This cannot be undone: something made since takes its place, or something that it needs is gone. Nothing was changed.',
    'certificate-not-seen':
      'The chosen certificate is not the one that the server has shown. Test the connection again.',
    'image-without-fullsum':
      'The file of the image “{name}” cannot be removed: its fullsum is not known. You can remove the record only.',
    'image-file-name': 'The file “{name}” in the trash does not have an image’s canonical name.',
    'invalid-input': 'The value “{field}” is not valid: {problem}',
    'unknown-reference': '“{name}”, named in {field}, is not among “{list}” of the file.',
    'inventory-newer':
      'The inventory file is of a newer version ({version}) than this program understands ({supported}). Update ogDesk.',
    'plan-of-classroom':
      '“{name}” is not a classroom, and only classrooms have a seat plan. Choose a classroom.',
    'seat-foreign':
      'Computer {client} does not belong to classroom {classroom}. Move it to that classroom, or to one of its groups, first.',
    'seat-outside':
      'Computer {client} does not fit in column {column}, row {row}: the plan has {columns} columns and {rows} rows. Enlarge the plan or choose another seat.',
    'seat-taken':
      'Computer {client} cannot be placed in column {column}, row {row}: {other} is there. Choose another seat.',
    'partitions-not-og-live':
      'Computer {client} is not in ogLive but in “{state}”. Its partitions can only be read in ogLive: restart it in ogLive and try again.',
    'cfg-missing':
      'Computer {client} has finished without sending its partition table. The one that was known has not changed; try again.',
    'cfg-invalid':
      'The partition table that computer {client} has sent cannot be understood: {problem}. The one that was known has not changed. Check the version of ogAgent on the computer.',
    'inventory-invalid':
      '{client} has finished the inventory, but ogDesk cannot read it: {problem}. Nothing was kept; ask for it again.',
    'import-gone':
      'The console no longer had this import open. Nothing has been imported: look at the preview, which has been worked out again.',
    'import-outdated':
      'The inventory has changed since the preview, and “{name}” would no longer do what was shown. Nothing has been imported: look at the preview, which has been worked out again.',
    'import-bad-row':
      '“{name}” (line {line}) has an error and cannot be imported. Nothing has been imported: take it out of the selection.',
    'import-bad-certificate':
      'The certificate of the repository “{name}” does not fit the fingerprint beside it. Nothing has been imported: export the inventory again where it comes from.',
    'import-too-large':
      'The file has {size} MB and the limit is {max} MB. Split it, or export the computers alone.',
    'port-in-use': 'Port {port} is in use by another program. Choose another port or close that program.',
    'port-not-allowed': 'The system does not allow the use of port {port}. Choose one above 1023.',
    'address-not-available': 'Address {host} is not one of this computer. Choose another.',
    'listen-failed': 'Port {port} could not be opened: {text}',
    'disk-full':
      'There is no room on the disk of {directory}, and the latest was not kept. Free some space and try again.',
    'disk-unwritable':
      'The disk of {directory} cannot be written, and the latest was not kept. Check the disk and the permissions of the folder, and try again.',
    'data-directory-in-use':
      'Another ogDesk is already working on the data folder {directory}. Close it, or choose another folder with --data-dir.',
    'database-newer':
      'The database is of a newer version of ogDesk ({found}) than this program understands ({supported}). Nothing was touched; update ogDesk.',
    'database-damaged':
      'The database is damaged: {text}. Restore the latest good backup, or restart ogDesk, which sets it aside and offers you that backup.',
    'migration-backup-failed':
      'The database was not updated, because no copy of it could be kept in {folder} first: {text}. Nothing was touched; free some space or correct the permissions, and open ogDesk again.',
    'backup-failed':
      'The backup could not be kept in {folder}: {text}. Free some space or correct the permissions, and try again.',
    'backup-damaged': 'The backup {name} is damaged and cannot be used. Choose another.',
    'backup-newer': 'The backup {name} is of a newer version of ogDesk. Update ogDesk to use it.',
    'backups-in-memory': 'The console keeps its data in memory only: there is nothing to back up or restore.',
    'restore-failed': 'The backup {name} could not be used: {text}. The database is still what it was.',
    'restore-jobs-running':
      'There are tasks running ({jobs}). Wait until they end before you restore a backup.',
    'interrupted-by-restore':
      'The task was running when the backup that has been restored was made, so it is not known how it ended.',
    'client-removed':
      'It was cancelled because {client} was removed from the inventory before its turn came.',
    'no-targets': 'None of the chosen computers can take the command.',
    'target-on': '{client} is already on ({state}).',
    'target-off': '{client} is off or does not answer.',
    'target-initializing': '{client} is starting; wait until it has started.',
    'target-not-og-live': '{client} is not in ogLive ({state}). Restart it into ogLive for this command.',
    'target-not-system':
      '{client} has not started an installed system ({state}): this command is for Windows, Linux or macOS.',
    'target-no-secret':
      '{client} ({state}) has not handed over the secret of its ogAgent yet, so it takes no commands. It does so when it starts: restart it.',
    'target-no-partition': '{client} has no partition {partition} on disk {disk}.',
    'target-in-session': '{user} has a session open on {client}: what is not saved will be lost.',
    'deploy-image-not-ready':
      'The image “{name}” cannot be deployed: it has not been created successfully. Wait for it to finish, or create it again.',
    'deploy-not-a-target':
      'On {client}, partition {partition} of disk {disk} is of a type that cannot take an image. Choose another one.',
    'deploy-too-small':
      'On {client}, partition {partition} of disk {disk} has {size} and the image needs {needed}. Choose another partition, or make it larger first.',
    'deploy-other-table':
      'On {client}, disk {disk} has a partition table {found} and the image comes from {expected}: the system may not start.',
    'deploy-other-type':
      'On {client}, partition {partition} of disk {disk} is of type {found} and the image comes from {expected}: the system may not recognise it.',
    'deploy-size-unknown':
      'Nobody knows how large the partition was that the image “{name}” comes from: please make sure that it fits.',
    'deploy-no-cache':
      '{client} has no cache partition, where this protocol leaves the image. Use unicast, or create the cache first.',
    'deploy-cache-full':
      'The cache of {client} has {room} free and the image takes {needed}. Delete some image from it first.',
    'deploy-file-missing':
      'The repository {repository} does not have the file of the image “{name}”. Check the repository, or create the image again.',
    'deploy-other-version':
      'The file of “{name}” in the repository {repository} is not the one that was created from here: its fullsum is another one.',
    'target-disk-changed':
      'Disk {disk} of {client} has changed since the editor was opened, so it has not been touched. Open “Partition and format” again to see how it is now.',
    'target-disk-differs':
      'Partition {partition} could not be kept on disk {disk} of {client}, because it is not there or is not like the one of the table that is sent. Refresh its partitions, or partition it by itself.',
    'wake-unanswered':
      '{client} has not come on: it was sent the magic packet and ogAgent has not been heard of for {minutes} min. Check in its BIOS that it starts by the network (wake-on-LAN), and that it has power.',
    'wake-not-sent':
      'The magic packet for {client} could not be sent by {address}: {text}. Check in the settings which interface it leaves by.',
    'reply-lost':
      'Nobody knows whether {client} received the command: the console closed before it answered. Check on the computer before repeating it.',
    'batch-running': 'This command has not ended. Cancel what is left of it first.',
    'agent-cert-untrusted':
      'Computer {client} ({address}) shows a certificate that the site’s CA has not signed, so nothing was sent to it. Install a certificate of the site in its ogAgent or, if something else answers in its place, take that off the network.',
    'agent-cert-dates':
      'The certificate of computer {client} ({address}) has expired (as the one built into every ogAgent has) or is not valid yet, so nothing was sent to it. Install one of the site, and check this computer’s clock.',
    'agent-cert-name':
      'What answers at {address} has a certificate of the site, but not that of computer {client}: neither its IP nor its name is in it. Check which computer has that address, or issue the certificate with that IP (SAN).',
    'repository-cert-untrusted':
      'Repository {repository} ({address}) shows a certificate that the site’s CA has not signed, so nothing was sent to it. Install a certificate of the site on it, or check who answers at that address.',
    'repository-cert-dates':
      'The certificate of repository {repository} ({address}) has expired or is not valid yet, so nothing was sent to it. Renew it, and check this computer’s clock.',
    'repository-cert-name':
      'What answers at {address} has a certificate of the site, but not that of repository {repository}: neither its IP nor its name is in it. Check the address, or issue the certificate with that IP (SAN).',
    'pem-no-certificate':
      'There is no certificate in PEM format in it (the text between “-----BEGIN CERTIFICATE-----” and “-----END CERTIFICATE-----”). If the file is DER or PFX, convert it to PEM. Nothing has changed.',
    'pem-unreadable':
      'The certificate is incomplete or damaged and cannot be read. Copy all of it again. Nothing has changed.',
    'pem-has-key':
      'That text holds a private key: of the site’s CA only the certificate is needed. Nothing was kept; do not leave the key on this computer.',
    'pem-no-key':
      'There is no private key in PEM format in it (“-----BEGIN PRIVATE KEY-----”). Nothing has changed.',
    'key-encrypted':
      'The key is protected by a passphrase. Remove it (openssl pkey -in key.pem -out plain.pem) and try again: ogDesk keeps it encrypted. Nothing has changed.',
    'key-unreadable': 'The private key is incomplete or damaged and cannot be read. Nothing has changed.',
    'key-mismatch':
      'The key is not that of certificate “{name}”. Choose the key with which that certificate was requested. Nothing has changed.',
    'key-not-decrypted':
      'The key that was kept was encrypted on another computer or by another user and cannot be read, so it is not used. Add the certificate with its key again.',
    'token-not-decrypted':
      'The token that was kept was encrypted on another computer or by another user and cannot be read: no webhook that needs it is taken. Make a new one.',
    'token-missing': 'There is no token to ask for yet. Make one first.',
    'certificate-expired': 'Certificate “{name}” expired on {date}. Get one that is valid.',
    'certificate-not-yet':
      'Certificate “{name}” is not valid before {date}. Check this computer’s clock, or wait until then.',
    'certificate-ends-soon': 'Certificate “{name}” expires on {date}. Get another one before that day.',
    'certificate-no-authority':
      'Certificate “{name}” is not of an authority (CA), so no other can be checked against it. Choose that of the site’s CA. Nothing has changed.',
    'certificate-unusable':
      'The certificate or its key cannot be used for a secure connection: “{text}”. Nothing has changed.',
    'certificate-other-names':
      'The certificate is of {names}, but webhooks come to {addresses}. Computers that check it will refuse it: issue it with one of those addresses (SAN).',
    'batch-ended': 'This command has already ended.'
  },
  agentErrors: {
    '001': 'Wrong format.',
    '002': 'File or device not found.',
    '003': 'Error in the disk partition.',
    '004': 'The partition or the file is locked.',
    '005': 'Error creating or restoring the image.',
    '006': 'There is no operating system on the partition.',
    '007': 'The program or function cannot be executed.',
    '010': 'Error calling the client’s interface.',
    '012': 'Error sending a file over the network.',
    '013': 'Error creating a process on the computer.',
    '014': 'Error writing to the target.',
    '015': 'The computer has no cache partition.',
    '016': 'There is no room in the computer’s cache.',
    '017': 'Error reducing the file system.',
    '018': 'Error extending the file system.',
    '019': 'Value out of range.',
    '020': 'The file system is unknown or cannot be mounted.',
    '021': 'Error in the local cache partition.',
    '022': 'The disk has no GPT partition table.',
    '030': 'The image is larger than the partition.',
    '031': 'Error updating the cache.',
    '032': 'Error formatting.',
    '033': 'The image file is corrupt or of another partclone version.',
    transfer: 'Error in the unicast or multicast transfer.'
  },
  checks: {
    'webhook-server': 'The console can receive webhooks',
    'client-agent': 'ogAgent answers on the computer',
    'client-og-live': 'The computer is in ogLive',
    'client-free': 'The computer has no other task',
    'partition-cloneable': 'The partition can be cloned',
    'name-free': 'The name is free',
    repository: 'The repository answers',
    'repository-name-free': 'No other image has that name in the repository'
  },
  checkStates: {
    running: 'Checking',
    passed: 'Passed',
    warning: 'Warning',
    failed: 'Failed',
    skipped: 'Not checked'
  },
  notCloneable: {
    'whole-disk': 'It is the whole disk, not a partition',
    'partition-type': 'Its partition type is not cloned',
    'no-file-system': 'It has no file system',
    cache: 'It is the computer’s local cache'
  },
  history: {
    created: 'Task written down',
    call: 'Call to {peer}: {method} {url}',
    reply: 'Reply from {peer} (HTTP {status}, {milliseconds} ms)',
    'disk-read': 'Disks read again before the order was sent',
    woken: 'Magic packet sent to {address}',
    reported: 'The computer has shown signs of life: {state}',
    'reported-late': 'The computer came on late, after {minutes} min: {state}',
    'call-failed': 'The call to {peer} failed',
    accepted: 'Accepted as job {job}',
    progress: 'Progress webhook: {percent} %',
    result: 'Webhook with the result',
    ignored: 'Webhook received that changes no state',
    deadline: 'The deadline passed without news ({minutes} min)',
    asked: '{peer} is asked: {state}',
    kept: 'The deadline has passed, but it answers: news is waited for {minutes} min more',
    'clock-set': 'The clock of this computer has changed by {minutes} min: the deadline has moved with it',
    slept: 'This computer was asleep for {minutes} min and could receive no webhooks: it asks again',
    resumed: 'Resumed when the console started',
    ended: 'End: {state}'
  },
  problems: {
    seatedTwice: 'the same computer appears twice',
    mac: 'it is not a MAC address',
    netmask: 'it is not a netmask',
    multicast: 'is not a multicast address (224.0.0.0 to 239.255.255.255)',
    namePattern: 'is not a name pattern: it must have one %d or %02d, as in “aula1-pc%02d”'
  },
  /** What is wrong with a partition table that an agent has sent; a part of a sentence. */
  cfgProblems: {
    format: 'it is neither a text nor a list of records',
    empty: 'it has no partition',
    missing: 'record {record} lacks the field “{field}”',
    number: 'in record {record}, the field “{field}” is “{value}”, which is no valid number',
    code: 'in record {record}, “{value}” is no partition code',
    duplicate: 'record {record} repeats partition {value}',
    'too-many': 'it has more than {most} records'
  },
  inventoryProblems: {
    missing: 'the result does not bring it',
    format: 'it does not have the form of an inventory',
    empty: 'there is nothing in it',
    'too-many': 'it has too many lines'
  },
  hardwareTypes: {
    cha: 'Chassis',
    mod: 'Model',
    ser: 'Serial number',
    boo: 'Boot',
    bio: 'BIOS',
    cpu: 'Processor',
    mem: 'Memory',
    dis: 'Disk',
    sto: 'Storage',
    ide: 'IDE controller',
    cdr: 'Optical drive',
    vga: 'Graphics',
    net: 'Network',
    aud: 'Sound',
    mul: 'Multimedia',
    usb: 'USB',
    fir: 'FireWire',
    bus: 'Bus'
  },
  answers: { answers: 'it answers', silent: 'it does not answer' },
  peers: { agent: 'ogAgent', repository: 'ogRepository' },
  notices: {
    'image-ready': {
      title: 'Image “{image}” created',
      body: 'It is ready in {repository}. Fullsum: {fullsum}'
    },
    'image-failed': { title: 'Error in image “{image}”', body: '{reason}' },
    'batch-done': { title: '{command}: {target}', body: '{outcome}.' }
  },
  outcome: {
    done: {
      usual: { one: 'Done on {done} of {total} computer', many: 'Done on {done} of {total} computers' },
      'deploy-image': {
        one: 'Deployed to {done} of {total} computer',
        many: 'Deployed to {done} of {total} computers'
      },
      'run-script': { one: 'Run on {done} of {total} computer', many: 'Run on {done} of {total} computers' },
      message: { one: 'Sent to {done} of {total} computer', many: 'Sent to {done} of {total} computers' }
    },
    waiting: '{count} left',
    silent: { one: '1 did not answer: {names}', many: '{count} did not answer: {names}' },
    failed: { one: '1 failed: {names}', many: '{count} failed: {names}' },
    cancelled: { one: '1 was cancelled', many: '{count} were cancelled' },
    more: '{names} and {count} more'
  }
}

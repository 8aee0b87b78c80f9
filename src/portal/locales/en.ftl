### English. One message a line; `{ $name }` is filled in. The other languages have the same keys.
### Groups whose heads end with “(in any language)” are said in the language of a request, or of another tab, whatever the
### portal's own is: a release build keeps them beside the code in every language. All others come with the reader's.

## The product
product-name = Import/Export mock portal
product-disclaimer = An unaffiliated training mock. Not connected to Azure.

## Job states, as the service names them (in any language)
state-creating = Creating
state-shipping = Shipping
state-received = Received
state-transferring = Transferring
state-packaging = Packaging
state-completed = Completed
state-closed = Closed
state-faulted = Faulted

## The language itself (in any language)
language-name = English

## Frame
nav-jobs = Import/Export jobs
nav-create = Create a job
nav-activity = Activity log
nav-console = REST console
nav-settings = Settings

## Pages that are not there
no-such-page-title = There is no such page
no-such-page-text = This address does not lead to a page of this portal. Nothing was changed.

## Refusals: the same sentences behind a disabled button and a 409 of the API (in any language)
list-comma = { $left }, { $right }
list-or = { $left } or { $right }
refusal-cancel = This job can’t be cancelled while it is { $state }. Only jobs in { $allowed } can be cancelled. Rule set: { $rules }.
refusal-delete = This job can’t be deleted while it is { $state }. Only jobs in { $allowed } can be deleted. Rule set: { $rules }.
refusal-replace = This job can’t be replaced while it is { $state }. Only jobs in { $allowed } can be replaced. Rule set: { $rules }.
refusal-ship = This job can’t be marked as shipped while it is { $state }. Only jobs in { $allowed } can be marked as shipped. Rule set: { $rules }.
refusal-edit-drives = The drives of this job can’t be changed while it is { $state }. They can be changed only in { $allowed }. Rule set: { $rules }.
refusal-edit-delivery = The tracking information of this job can’t be changed while it is { $state }. It can be changed only in { $allowed }. Rule set: { $rules }.
refusal-edit-logging = The log settings of this job can’t be changed while it is { $state }. They can be changed only in { $allowed }. Rule set: { $rules }.
refusal-edit-return = The return address and return carrier of this job can’t be changed while it is { $state }. They can be changed only in { $allowed }. Rule set: { $rules }.
refusal-edit-tags = The tags of this job can’t be changed while it is { $state }. They can be changed only in { $allowed }. Rule set: { $rules }.
refusal-cancel-pending = This job is { $state } and its cancel is pending. A job with a pending cancel can’t be marked as shipped in any state. Rule set: { $rules }.

## API: what is wrong with a field, in the API's details and beside the field (in any language)
invalid-missing = This value is required.
invalid-too-long = At most { $max } characters are allowed.
invalid-too-short = At least { $min } characters are needed.
invalid-control-characters = Control characters are not allowed.
invalid-not-one-of = Allowed values: { $values }.
invalid-out-of-range = The value must be from { $min } to { $max }.
invalid-duplicate = This value is given more than once.
invalid-not-allowed-here = This value can’t be set here.
invalid-type-string = A JSON string is expected.
invalid-type-boolean = true or false is expected.
invalid-type-integer = A whole number is expected.
invalid-type-object = A JSON object is expected.
invalid-type-array = A JSON array is expected.
invalid-form-job-name = Use letters, digits and hyphens, with a letter or digit at both ends.
invalid-form-subscription = A subscription ID has 8-4-4-4-12 hexadecimal digits.
invalid-form-group = Use letters, digits, underscores, hyphens, full stops and parentheses, without a full stop at the end.
invalid-form-storage-account = This is not the resource ID of a storage account.
invalid-form-email = This is not an e-mail address.

## API: errors (in any language)
error-api-version-missing = The query needs an api-version: { $versions }.
error-api-version-invalid = The api-version “{ $given }” is not known; use one of { $versions }.
error-no-such-path = There is nothing at this path.
error-no-such-job = There is no job named “{ $name }”.
error-no-such-location = There is no location named “{ $name }”.
error-method-not-allowed = This path answers only { $methods }.
error-too-large = The request content is larger than { $max } KB.
error-not-json = The request content is not JSON.
error-spent = No number is left for another job or line of the activity log. Nothing was changed. Begin the workspace anew.
error-one-field = The request is not valid. { $target }: { $problem }
error-fields = The request has { $count } invalid fields. The details name each of them.
error-skip-token = This skip token does not belong to this list.
filter-syntax = The filter has a mistake at character { $place }. A valid example: state eq 'Creating' and jobType eq 'Import'.
filter-field = Jobs can’t be filtered by “{ $name }”. Allowed fields: { $fields }.
filter-too-large = The filter is too long or nested too deeply.

## API: the operations it lists (in any language)
operations-locations = Locations
operations-jobs = Jobs
operation-locations-read = Get or list locations
operation-locations-read-text = Reads one location or all of them.
operation-jobs-read = Get or list jobs
operation-jobs-read-text = Reads one job or all jobs of a subscription or resource group.
operation-jobs-write = Create or update job
operation-jobs-write-text = Creates, changes, ships or cancels a job.
operation-jobs-delete = Delete job
operation-jobs-delete-text = Deletes a job.
operation-jobs-keys = List BitLocker keys
operation-jobs-keys-text = Reads the keys that unlock the drives of a job.

## Job page: frame
job-kind-import = Import job
job-kind-export = Export job
job-commands = Commands
job-refresh = Refresh
job-refreshed = { $name } is up to date.
job-tabs = Parts of the job
job-tab-overview = Overview
job-tab-tracking = Tracking information
job-tab-drives = Drives
job-tab-keys = Encryption keys
job-tab-json = JSON
job-tab-calls = Calls

## Job page: no such job
job-missing-title = There is no such job
job-missing-text = There is no job named “{ $name }” in the resource group “{ $group }”. It may have been deleted. A deleted job can’t be brought back.
job-yes = Yes
job-no = No
job-all-jobs = All jobs

## Job page: what is going on
job-cancel-asked = Cancel requested { $when }
job-cancel-show = Show in the diagram
job-fault-address = Operators need a valid return address
job-fault-address-text = The drives can’t be sent back because the return address does not work. Correct the address, and the job continues within an hour.
job-fault-drive = Operators can’t read a drive
job-fault-drive-text = Drive { $drive } can’t be read. You don’t have to do anything. The service continues without this drive in a few days, and the job then ends in Closed.
job-overdue = The parcel has not arrived within 14 days
job-overdue-text = If the tracking number is wrong, correct it. Without an answer, the service closes the job 30 days after operators were notified.
job-to-tracking = Open the tracking information
job-cancel-more = Details
job-cancel-pending = Cancel was requested on { $when } and is still pending. Another request changes nothing.
job-shipped-already = The job was marked as shipped on { $when }. The tracking information can still be changed while the job is in Shipping.
job-why = Why this job is { $state }
job-why-answer-by = Without an answer the service closes the job on { $when }.
job-why-deleted = The service deletes the job on { $when }.
job-why-log = Open the error log
job-why-lost = The parcel never arrived, and nobody answered for 30 days. Ask the carrier for the parcel, then create a new job for its drives.
job-why-address = The drives couldn’t be sent back. The return address did not work, and nobody corrected it for 30 days. Create a new job with an address that works.
job-why-key = The BitLocker key does not unlock drive { $drive }. Nothing was copied from or to it. Create a new job with the right key.
job-why-unreadable = Drive { $drive } can’t be read. Nothing was copied from or to it. Check or replace the drive, then create a new job for it.
job-why-files = Some files of drive { $drive } couldn’t be copied. The error log names them. Create a new job for these files.
job-why-never-came = Drive { $drive } was not in the parcel and did not arrive later. Ask the carrier for it, then create a new job for it.

## Job page: overview
job-essentials = Essentials
job-essential-id = Resource ID
job-essential-subscription = Subscription
job-essential-group = Resource group
job-essential-location = Location
job-essential-account = Storage account
job-essential-type = Type
job-essential-created = Created
job-essential-state = Status
job-essential-percent = Percent complete
job-essential-tags = Tags
job-essential-diagnostics = Diagnostics path
job-essential-log-level = Log level
job-essential-backup = Back up manifests
job-essential-exported = Exported
job-essential-drives = Drives
job-export-all = Everything in the storage account
job-export-blob = Blob { $path }
job-export-prefix = Everything that begins with { $prefix }
job-export-list = Everything that the file { $path } lists
job-may = Available actions
job-may-change-rules = Change
job-may-rule-set = Rule set: { $rules }. Microsoft’s documents disagree on some rules; the rule set says which of them is followed.
job-may-where = Allowed in { $states }.
job-may-see = Show the rule in the diagram
job-may-see-of = Show the rule in the diagram: { $action }
job-step-skipped = Skipped
job-step-cut-short = Copy stopped at { $percent }
job-step-cut-unsent = Cancelled here
job-may-console = Open in the REST console
job-may-console-of = Open in the REST console: { $action }
edit-save = Save
edit-tags-done = Tags of { $name } updated
edit-logging-done = Log settings of { $name } updated

## Job page: actions
action-cancel = Cancel
action-delete = Delete
action-replace = Replace
action-ship = Mark as shipped
action-edit-drives = Change the drives
action-edit-delivery = Change tracking information
action-edit-logging = Change log settings
action-edit-return = Change return address and carrier
action-edit-tags = Change tags

## Job page: state diagram
job-diagram = State diagram
job-diagram-label = State diagram: the job is in { $state }. The table below says the same in words.
job-legend-visited = Visited
job-legend-now = Current
job-legend-next = Possible next
job-legend-later = Not reached
job-legend-cancel = Cancel allowed
job-legend-delete = Delete allowed
job-states = What each state allows
job-states-state = State
job-states-where = This job
job-states-allows = Allowed actions
job-states-rule = Highlighted: the states that allow “{ $action }”.
job-states-here = Current state since { $when }.
job-states-was = Visited from { $from } to { $until }.
job-states-next = Possible next state.
job-states-expected = Expected { $when }.
job-states-not = Not reached.
job-states-leads = Leads to { $states }.
job-states-expires = The service deletes the job 14 days after its last change in this state.
job-states-end = The service deletes the job after 90 days.
job-deleted = Deleted
job-deleted-text = The job is gone: from the list, from search, from its page and from the REST API. Nothing brings it back.
job-deleted-expected = The service deletes this job on { $when }.
job-diagram-hint = Point at a box or an arrow to read what it means, or use the arrow keys.
job-diagram-parts = States and ways
job-diagram-full = Full screen
job-way = From { $from } to { $to }
way-marked-shipped = marked as shipped
way-marked-shipped-text = The customer marks the job as shipped. This needs a carrier, a tracking number and a return address.
way-cancel-unsent = cancelled before shipping
way-cancel-unsent-text = The job is cancelled before it has been shipped. The service completes it within a minute.
way-arrived = parcel arrives
way-arrived-text = The parcel arrives at the data center, 2 to 5 days after it was shipped.
way-parcel-lost = no answer in 30 days
way-parcel-lost-text = The parcel does not arrive within 14 days, and nobody answers the operators in the 30 days after that.
way-copy-starts = copy starts
way-copy-starts-text = The service starts to copy the first drive, 1 to 2 days after the parcel arrived.
way-cancel-uncopied = cancelled before the copy
way-cancel-uncopied-text = The job is cancelled before the copy starts. Nothing is copied, and the drives are packed.
way-copied = all copied
way-copied-text = All drives are done, usually after 7 to 10 days.
way-cancel-copying = cancelled
way-cancel-copying-text = The job is cancelled during the copy. Copying may continue for a while, then it stops and the drives are packed.
way-unreadable = unreadable drive
way-unreadable-text = A drive can’t be read, and the operators ask the customer about it.
way-without-drive = goes on
way-without-drive-text = The service continues without the drive.
way-sent-back = sent back
way-sent-back-text = The drives are sent back and there were no errors, or the job was cancelled.
way-with-errors = with errors
way-with-errors-text = The drives are sent back, and at least one of them had errors or never arrived.
way-wrong-address = wrong address
way-wrong-address-text = The return address does not work, and the operators ask the customer for the right one.
way-corrected = corrected
way-corrected-text = The customer corrects the return address, and the job continues within an hour.
way-no-answer = no answer in 30 days
way-no-answer-text = Nobody corrects the return address within 30 days.
way-person = by a person
way-person-text = A person deletes the job. This is allowed only in Creating and Completed.
way-unchanged = after 14 days
way-unchanged-text = The service deletes a job 14 days after its last change in Creating.
way-kept = after 90 days
way-kept-text = The service deletes the job 90 days after it ended.

## Job page: timeline
job-timeline = Timeline
job-timeline-now = Now
job-timeline-future = These events will follow if nothing else is requested.
happening-created = Job created
happening-shipped = Marked as shipped
happening-cancel-requested = Cancel requested
happening-operators-notified = Parcel overdue: operators were notified
happening-received = Parcel received at the data center
happening-transfer-started = Copying started
happening-late-drive = Late drive received: { $drive }
happening-drive-started = Copying of drive { $drive } started
happening-drive-completed = Drive { $drive } copied
happening-drive-info = Drive { $drive } copied, with notes in its log
happening-drive-errors = Drive { $drive } copied with errors
happening-drive-unreadable = Drive { $drive } couldn’t be read
happening-drive-key = The BitLocker key did not unlock drive { $drive }
happening-drive-canceled = Copying of drive { $drive } stopped by the cancel request
happening-copy-stopped = Cancel carried out: copying stopped
happening-faulted-drive = Faulted: operators couldn’t read a drive
happening-faulted-address = Faulted: operators asked for a valid return address
happening-recovered = Returned to { $state }
happening-packaging = All drives processed: packaging started
happening-completed = Completed: drives sent back
happening-completed-unsent = Completed: cancel carried out
happening-closed = Closed: drives sent back with errors
happening-closed-given-up = Closed: nobody answered
happening-deleted = Deleted by the service
ahead-operators-notified = Parcel overdue: operators will be notified
ahead-received = Parcel will be received at the data center
ahead-transfer-started = Copying will start
ahead-late-drive = Late drive will be received: { $drive }
ahead-drive-started = Copying of drive { $drive } will start
ahead-drive-completed = Drive { $drive } will be copied
ahead-drive-info = Drive { $drive } will be copied, with notes in its log
ahead-drive-errors = Drive { $drive } will be copied with errors
ahead-drive-unreadable = Drive { $drive } will turn out to be unreadable
ahead-drive-key = The BitLocker key will not unlock drive { $drive }
ahead-drive-canceled = Copying of drive { $drive } will be stopped by the cancel request
ahead-copy-stopped = Cancel will be carried out: copying will stop
ahead-faulted-drive = Faulted: operators will be unable to read a drive
ahead-faulted-address = Faulted: operators will ask for a valid return address
ahead-recovered = Will return to { $state }
ahead-packaging = All drives processed: packaging will start
ahead-completed = Completed: drives will be sent back
ahead-completed-unsent = Completed: cancel will be carried out
ahead-closed = Closed: drives will be sent back with errors
ahead-closed-given-up = No answer: the service will close the job
ahead-deleted = The service will delete the job
happening-drive-number = no. { $number }
happening-drive-extra = no. { $number }, not listed

## Job page: tracking information
track-parcel = Parcel to the data center
track-carrier = Carrier
track-number = Tracking number
track-count = Number of drives
track-date = Ship date
track-shipped-box = Drives have been shipped
track-shipped-hint = Check this when the carrier has the parcel. The job then moves to Shipping and can’t return to Creating.
track-shipped-already = Marked as shipped { $when }.
track-update = Update tracking information
track-update-return = Update return information
track-undo = Undo changes
track-return = Return
track-recipient = Recipient
track-street-1 = Street address
track-street-2 = Street address, second line
track-city = City
track-region = State or province
track-postal-code = Postal code
track-country = Country or region
track-phone = Phone
track-email = Email
track-return-carrier = Return carrier
track-return-account = Carrier account number
track-ship-to = Ship to
track-ship-to-hint = This address is fictional. Don’t send anything to it.
track-returned = Parcel on its way back
track-errors = { $count ->
    [one] Fix one field
   *[other] Fix { $count } fields
  }
track-needs-address = The job needs a return address before it can be marked as shipped. Fill in the return address below and update it first.
track-error-of = { $field }: { $problem }
track-saved-parcel = Tracking information of { $name } updated
track-saved-shipped = { $name } marked as shipped
track-saved-return = Return information of { $name } updated
track-not-saved = { $name } was not changed
track-saved-shipped-text = The parcel takes 2 to 5 days of simulated time. To see it arrive, move the clock with +1 day or Next event.
track-nothing-changed = There are no changes to save.
ship-not-yet = Not yet
ship-address-missing = The job needs a return address before it is shipped, so that the drives can come back.
ship-hint = Do this when the carrier has the parcel. The job then moves to Shipping and can’t return to Creating.

## Job page: drives
drives-id = Drive ID
drives-state = State
drives-copy-status = Copy status
drives-percent = Percent complete
drives-bytes = Bytes copied
drives-logs = Logs
drives-of = { $done } of { $all }
drives-extra = Not listed: will be returned as it came
drives-none-yet = No drives yet
drives-none-text = The drives of an export job are listed when they arrive at the data center.
drives-error-log = Error log
drives-verbose-log = Verbose log
drives-error-log-of = Error log of { $drive }
drives-verbose-log-of = Verbose log of { $drive }
drives-log-text = Log text
drives-log-download = Download

## Job page: encryption keys
keys-secret = Keys are secrets
keys-secret-text = BitLocker keys are never part of the job. They are asked for by a call of their own, are shown here only, and are gone when you hide them or leave this tab.
keys-show = Show BitLocker keys
keys-hide = Hide BitLocker keys
keys-table = BitLocker keys
keys-key = BitLocker key
keys-shown = { $count ->
    [one] One BitLocker key is shown
   *[other] { $count } BitLocker keys are shown
  }
keys-hidden = The BitLocker keys are hidden
keys-not-shown = The BitLocker keys can’t be shown
keys-none = There are no keys yet. The service creates them when it starts to fill the drives.
keys-kek = Key encryption key
keys-kek-type = Managed by
keys-kek-microsoft = Microsoft (MicrosoftManaged)
keys-kek-customer = The customer (CustomerManaged)
keys-kek-url = Key URL
keys-kek-vault = Key vault

## Job page: JSON
json-text = JSON of the job
json-text-hint = The response of Get Job, api-version { $version }.
json-download = Download

## Job page: calls
calls-table = Calls to this job in this session
calls-time = Simulated time
calls-method = Method
calls-status = Status
calls-by = From
calls-what = Path and query
calls-pending = pending
calls-none = No calls yet
calls-none-text = All calls to this job since the page was opened are listed here: those of the portal, of the REST console and of scripts.
calls-console = Open the REST console
calls-by-portal = Portal
calls-by-rest = REST
calls-by-service = Service

## Shell: the frame around every page
nav-label = Main
nav-jobs-short = Jobs
breadcrumb = Breadcrumb
skip-link = Skip to content
menu = Menu
help = Help and shortcuts
language = Language
language-not-fetched = The texts in { $language } did not arrive. The portal stays in { $current }.
language-not-fetched-text = Check the connection, then choose the language again.
close = Close
copy = Copy { $what }
copied = { $what } was copied.
not-copied = { $what } couldn’t be copied. Select the text and copy it with the keyboard.
messages = Messages
notifications = Notifications
notifications-unread = { $count ->
    [one] Notifications, { $count } new
   *[other] Notifications, { $count } new
}
no-notifications = Nothing has happened yet.
dismiss-all = Dismiss all
dismiss-named = Dismiss: { $title }
go-to-resource = Go to resource
simulated-at = simulated { $time }
refused-without-words = The service answered with status { $status }.

## Shell: what was not done (in any language)
not-done-full = Nothing was changed, because the browser’s storage for this site is full. Delete jobs you no longer need, or start a smaller scenario in the settings, then try again.
not-done-storage = Nothing was changed, because it couldn’t be saved. Try again. If this keeps failing, allow this site to store data. The browser says: { $reason }
not-done-no-answer = The portal doesn’t know whether this was done: the browser tab that keeps the data did not answer. Check the job before you try again, or close the portal’s other tabs.
not-done-outdated = Nothing was changed: a newer version of the portal is running in another tab. Reload this page, then try again.
not-done-gone = Nothing was changed: the workspace was discarded in another tab. Continue in your own workspace.

## Shell: states of drives
drive-state-specified = Specified
drive-state-received = Received
drive-state-never-received = Never received
drive-state-transferring = Transferring
drive-state-completed = Completed
drive-state-completed-more-info = Completed (more info)
drive-state-shipped-back = Shipped back

## Shell: the simulation clock
clock-name = Simulation clock
clock-label = Simulated time (UTC)
clock-speed = Speed
clock-pause = Pause
clock-resume = Resume
clock-paused = The simulation clock is paused.
clock-resumed = The simulation clock is running.
clock-is-now = Clock moved to { $time }.
clock-not-moved = Time did not move
clock-not-set = The clock was not changed
clock-jumping = Time is passing
speed-times = { $factor }×
jump-hour = +1 hour
jump-day = +1 day
jump-next = Next event
jump-ninety-days = +90 days
next-event-at = Next event { $when }
nothing-comes = No upcoming events

## Shell: shortcuts
shortcuts-title = Keyboard shortcuts
shortcuts-on = Single keys are shortcuts
shortcuts-mac = On a Mac, Tab skips links in Safari: press Option+Tab. Firefox needs “Keyboard navigation” on in the system settings.
cap-page-up = Page Up
cap-page-down = Page Down
cap-home = Home
cap-end = End
cap-space = Space
cap-escape = Esc
key-search = Search the jobs
key-help = This help
key-jobs = Go to the jobs
key-create = Create a job
key-activity = Go to the activity log
key-console = Go to the REST console
key-settings = Go to the settings
key-pause = Pause or resume the clock
key-next-event = Jump to the next event
key-rows = In the list: previous or next job
key-cells = In the list: move within the row
key-pages = In the list: a page up or down
key-ends = In the list: first or last job
key-tabs = In tabs: previous or next tab
key-select = In the list: select the job
key-escape = Close a dialog or panel

## Shell: cancel and delete
keep-job = Keep job
cancel-title = Cancel { $name }?
cancel-job = Cancel job
cancel-done = Cancel requested for { $name }
cancel-failed = { $name } was not cancelled
cancel-asked-before = Cancel was already requested on { $when }. Another request changes nothing.
cancel-in-creating = Nothing has been shipped, so there is nothing to copy or to send back. The service completes the job within a minute of simulated time.
cancel-nothing-is-copied = Nothing will be copied. The drives still take the usual way through the data center.
cancel-copy-stops = { $percent } is copied. Copying may continue for a while and stops { $by } at the latest. What has been copied stays.
cancel-goes-on = Copying may continue for a while before the request is carried out.
cancel-may-be-late = Copying would finish { $when }. If it finishes before the request is carried out, the request changes nothing.
cancel-best-effort = Cancel is a request. The service carries it out on a best-effort basis, and you can’t take it back.
cancel-drives-return = All drives are packed and sent back to the return address.
cancel-kept = The job ends in { $state } and stays there for 90 days. The service then deletes it.
cancel-stopped = The request was carried out. Copying stopped at { $percent }, and the drives are on their way back.
cancel-too-late = Copying finished before the request could be carried out, so the request changed nothing.
cancel-ended = The job was cancelled with { $percent } copied.
cancel-given-up = The job was closed for another reason before the request could be carried out.
delete-title = Delete { $name }?
delete-job = Delete job
delete-done = { $name } was deleted
delete-failed = { $name } was not deleted
delete-everywhere = The job and everything kept about it are deleted at once: from this list, from search, from its page and from the REST API.
delete-no-undo = You can’t undo this.
delete-log-line = The activity log keeps its lines: the name of the job, what was done, when and by whom.
delete-drops-cancel = Its pending cancel request is deleted too.

## Create a job: frame
create-title = Create an import/export job
create-steps = Steps
create-step-basics = Basics
create-step-details = Job details
create-step-return = Return shipping
create-step-tags = Tags
create-step-review = Review + create
create-step-wrong = { $step } (needs changes)
create-previous = Previous
create-next = Next: { $step }
create-submit = Create
create-submitting = Creating…
create-draft-kept = Draft saved in this browser
create-draft-not-kept = The draft can’t be saved in this browser
create-draft-found = You have an unfinished draft
create-draft-found-text = It was saved in this browser when you left the page. Job name: { $name }
create-draft-nameless = none yet
create-draft-resume = Resume draft
create-draft-discard = Discard draft
create-draft-discarded = The draft was discarded.
create-draft-broken = A draft couldn’t be read
create-draft-broken-text = It was kept unchanged. You can download or discard it in the settings.
create-wrong-count = { $count ->
    [one] Fix one field
   *[other] Fix { $count } fields
}
create-wrong-at = { $step }, { $field }: { $problem }
create-wrong-line = Line { $line }: { $problem }
create-valid = Validation passed
create-valid-text = Nothing is created until you press Create.
create-name-taken = A job with this name already exists in this resource group.
create-done = { $name } was created
create-done-text = The job is in Creating. Ship the drives and mark the job as shipped within 14 days. Otherwise the service deletes it.
create-failed = { $name } was not created
create-edit = Edit
create-edit-step = Edit { $step }
create-fill = Fill with sample data
create-fill-hint = Fills in what is empty here and on the steps after this one. What you have typed stays.
create-filled = { $count ->
    [0] Nothing was empty.
    [one] One value was filled in.
   *[other] { $count } values were filled in.
}

## Create a job: fields
create-project = Project details
create-instance = Name and type
create-subscription = Subscription
create-subscription-hint = The name of a subscription that the workspace has, or any subscription’s ID.
create-group = Resource group
create-name = Job name
create-name-hint = 3–63 letters, digits and hyphens; starts and ends with a letter or digit.
create-type = Type
create-import = Import into Azure
create-import-hint = You ship drives with your data.
create-export = Export from Azure
create-export-hint = You ship empty drives and get them back with your data.
create-place = Region and storage
create-region = Region
create-region-none = Choose a region
create-storage = Storage account
create-storage-hint = The name of an account in the job’s resource group, or a full resource ID.
create-drives = Drives
create-files = Journal files
create-files-choose = Choose files
create-files-hint = Choose the journal (.jrn) or the DriveInfo XML of each drive, or drop the files here.
create-drive-no = Drive { $no }
create-drive-remove = Remove drive { $no }
create-drive-removed = Drive { $no } was removed.
create-drive-add = Add a drive by hand
create-drive-count = { $count } of at most { $most }
create-drive-id = Drive ID
create-drive-key = BitLocker key
create-drive-manifest = Manifest file
create-drive-hash = Manifest hash
create-drive-header = Drive header hash
create-source = What to export
create-everything = Export all
create-everything-hint = Every blob of the storage account.
create-chosen = Selected containers and blobs
create-chosen-hint = Blobs by path and by prefix.
create-list-file = Blob list file
create-list-file-hint = An XML file in the storage account that lists the blobs.
create-paths = Blob paths
create-paths-hint = One path per line: container/blob, such as photos/2024/one.jpg.
create-prefixes = Prefixes
create-prefixes-hint = One prefix per line: a container with a slash, such as photos/, or the beginning of blob paths.
create-list-path = Path of the blob list file
create-list-path-hint = container/blob, such as lists/blobs.xml.
create-advanced = Logs and encryption
create-logs = Container for logs
create-verbose = Verbose log
create-verbose-hint = Log every blob, not only errors.
create-backup = Back up drive manifests
create-backup-hint = Copy the manifests of the drives to the storage account.
create-own-key = Customer-managed key
create-own-key-hint = Protect the BitLocker keys with your own key instead of Microsoft’s.
create-key-url = Key URL
create-vault = Key vault resource ID
create-return-hint = The job needs this before it can be marked as shipped. You can leave it empty until then.
create-carrier-none = Not chosen yet
create-carrier-hint = The carriers depend on the region.
create-carrier-first = Choose a region in Job details first.
create-return-carrier = Carrier
create-return-address = Return address
create-tags-hint = Names and values that help to find resources. A job can have 50.
create-tag-no = Tag { $no }
create-tag-name = Name
create-tag-value = Value
create-tag-remove = Remove tag { $no }
create-tag-removed = Tag { $no } was removed.
create-tag-add = Add a tag
create-empty = Not filled in
create-no-tags = No tags
create-yes = Yes
create-no = No
create-drive-sample = Add a sample drive
create-files-sample = Download a sample journal file
create-path-or-prefix = Enter a blob path or a prefix.
create-inbound = Carrier to the data center
create-parcel-hint = You can leave this empty and say it when you mark the job as shipped.
create-fault = Simulate a fault
create-fault-none = No fault, or no further one
create-fault-hint = Your choice writes a mark into the field that it belongs to. Take the mark out of the field to undo it.
create-fault-option = { $mark }: { $what }
create-fault-marked = in { $place }: { $what }
create-fault-written = { $mark } was written into { $place }.
fault-bitlocker = The BitLocker key doesn’t unlock the drive; the job ends in Closed.
fault-unreadable = The drive can’t be read; the job is Faulted for a while and ends in Closed.
fault-copy = Some files can’t be copied; the job ends in Closed.
fault-info = All is copied, with remarks in the log; the job ends in Completed.
fault-late = The drive comes some days after the parcel.
fault-missing = The drive never comes; the job ends in Closed.
fault-lost = The parcel is lost; the job ends in Closed 30 days after the operators were notified.
fault-extra = The parcel holds one drive more than the job lists.
fault-address = The return address is wrong; the job is Faulted when the drives should go back.
remark-storage = A storage account’s name has 3–24 lower-case letters and digits. The service accepts this all the same.
remark-key = A BitLocker key has 8 groups of 6 digits, separated by hyphens. The service accepts this all the same.
remark-hash = A manifest hash has 32 hexadecimal digits. The service accepts this all the same.
remark-path = Line { $line } isn’t container/blob with a container in lower case, such as photos/2024/one.jpg. The service accepts this all the same.
remark-prefix = Line { $line } doesn’t begin with a container and a slash, such as photos/. The service accepts this all the same.
remark-phone = This doesn’t look like a phone number. The service accepts this all the same.
remark-postal = This doesn’t look like a postal code. The service accepts this all the same.

## Create a job: journal files
journal-read = { $count ->
    [one] One drive was filled in.
   *[other] { $count } drives were filled in.
}
journal-left = { $count ->
    [one] One drive was left out: a job can have at most 10.
   *[other] { $count } drives were left out: a job can have at most 10.
}
journal-at-line = Line { $line }: { $problem }
journal-too-large = The file is larger than { $max } KB. The journal of a drive is much smaller.
journal-not-text = The file is not text.
journal-empty = The file is empty.
journal-document-type = The file has a document type declaration, which a journal never needs. The rest was not read.
journal-too-much = This is more XML than the description of a drive needs.
journal-cut-off = The record that begins here is cut off. Copy the file again.
journal-syntax = This is not well-formed XML.
journal-manifest = This is a drive manifest. Choose the journal file instead: a manifest holds no BitLocker key.
journal-no-drive = The file does not describe a drive.
journal-missing = The drive has no { $element }.
journal-twice = The drive has { $element } twice.
journal-unreadable = The browser couldn’t read the file: { $reason }

## Shell: list of jobs
commands = Commands
kind-import = Import
kind-export = Export
kind-import-short = Import
kind-export-short = Export
cancel-requested = Cancel requested
canceled-at = Cancelled at { $percent }
state-and-remark = { $state } · { $remark }
column-name = Name
column-kind = Type
column-state = State
column-percent = Percent complete
column-location = Location
column-group = Resource group
column-subscription = Subscription
column-created = Created
column-account = Storage account
column-tags = Tags
column-deletion = Deletion date
column-actions = Actions
list-create = Create
list-cancel = Cancel
list-delete = Delete
list-cancel-some = Cancel ({ $allowed } of { $all })
list-delete-some = Delete ({ $allowed } of { $all })
list-cancel-named = Cancel job { $name }
list-delete-named = Delete job { $name }
list-pending = Pending
list-pending-named = Cancel job { $name }: pending
list-pending-why = Cancel is already requested for this job. Another request changes nothing.
list-pending-all = Cancel is already requested for the selected jobs. Another request changes nothing.
list-choose = Select { $name }
list-choose-all = Select all jobs shown
list-choose-first = Select at least one job first.
list-none-allowed = None of the selected jobs allows this. For one of them: { $sentence }
list-keys = The arrow keys, Home, End, Page Up and Page Down move between the jobs.
list-columns = Columns
list-columns-reset = Reset to default
list-export = Export
list-export-csv = Export what is shown as CSV
list-export-json = Export what is shown as JSON
list-exported = { $count ->
    [one] { $shown } job was exported as { $file }.
   *[other] { $shown } jobs were exported as { $file }.
}
list-not-exported = The browser did not allow the portal to save a file.
list-count = { $count ->
    [one] { $shown } job
   *[other] { $shown } jobs
}
list-count-of = { $found } of { $all } jobs shown
list-count-chosen = { $count } selected
list-found = { $count ->
    [0] No job matches.
    [one] { $shown } job found.
   *[other] { $shown } jobs found.
}
list-refreshed = The list is up to date.
list-empty-title = There are no jobs
list-empty-text = Create a job to import drives into a storage account or to export data onto drives.
list-no-match-title = No job matches
list-no-match-text = { $count ->
    [one] The search and filters hide the only job.
   *[other] The search and filters hide all { $shown } jobs.
}
filters-label = Filter jobs
filters-button = Filters
filters-clear = Clear all filters
search-label = Search jobs
find-label = Find a job by name
find-empty = Type a job name, or part of one, first.
filter-all = All
filter-text = Text
filter-cancel = Cancel
filter-cancel-cancelled = Cancelled
filter-cancel-none = None
filter-group = Group
filter-is = { $filter }: { $value }
filter-remove = Remove filter { $filter }
strip-title = { $count ->
    [one] Summary: { $shown } job by state
   *[other] Summary: { $shown } jobs by state
}
strip-loading = Summary: reading { $shown } jobs…
strip-transit = Drives in transit
strip-copied = Data copied
strip-cancels = Pending cancellations
strip-deletion = Next automatic deletion

## Shell: many jobs at once
keep-jobs = Keep jobs
bulk-cancel-title = Cancel { $may } of { $all } selected jobs?
bulk-delete-title = Delete { $may } of { $all } selected jobs?
bulk-cancel = { $count ->
    [one] Cancel { $shown } job
   *[other] Cancel { $shown } jobs
}
bulk-delete = { $count ->
    [one] Delete { $shown } job
   *[other] Delete { $shown } jobs
}
bulk-will-cancel = Cancel will be requested
bulk-will-delete = Will be deleted
bulk-will-stay = Will stay as they are
bulk-more = and { $count } more
bulk-word = delete
bulk-type = Type “{ $word }” to confirm
bulk-type-first = Type the word “{ $word }” first.
bulk-nothing = None of the selected jobs allows this.
bulk-running = Working…
bulk-stop = Stop
bulk-deleted = { $count ->
    [one] { $shown } job was deleted
   *[other] { $shown } jobs were deleted
}
bulk-canceled = { $count ->
    [one] Cancel requested for { $shown } job
   *[other] Cancel requested for { $shown } jobs
}
bulk-failed = { $count ->
    [one] { $shown } request failed: { $why }
   *[other] { $shown } requests failed. The last one: { $why }
}

## Shell: activity log
activity-intro = What was done to jobs, the rule set and the clock, newest first. Refused requests are kept for this visit only. Entries remain after a job is deleted.
activity-filter = Filter the log
activity-time = Time (simulated)
activity-action = Action
activity-job = Job
activity-who = Who
activity-result = Result
activity-done = Done
activity-what = What
activity-commands = Commands
activity-states = State changes
activity-both = Commands and state changes
activity-refused = Refused
activity-entered = State changed to { $state }
activity-created = Create
activity-replaced = Replace
activity-updated = Update
activity-shipped = Mark as shipped
activity-cancel = Cancel
activity-deleted = Delete
activity-rules = Rule set { $name }
activity-jumped = Clock moved to { $when }
activity-by-portal = Portal
activity-by-rest = REST
activity-by-service = The service
activity-none-title = Nothing has been done yet
activity-none-text = This page shows who did what to which job.
activity-no-match-title = No matching entries
activity-no-match-text = The filter hides every entry.
activity-clear = Clear the filter
activity-count = { $shown } of { $all } entries shown
activity-more = Show { $count } more
activity-refused-because = Refused: { $why }

## Shell: banners
reload = Reload
banner-to-settings = Open the settings
banner-outdated = A newer version of the portal is running
banner-outdated-text = You can still read this page, but it can’t change anything any more. Reload it to continue.
banner-full = The browser’s storage for this site is full
banner-full-text = Commands that need more room are refused. Nothing has been lost. Delete jobs you no longer need, or start a smaller scenario in the settings.
banner-nearly-full = The browser’s storage for this site is nearly full
banner-nearly-full-text = Soon no more jobs can be created. The settings show what takes up the room.
embed-note = A workspace to try things out in: it is gone when this page is closed.
banner-blocked = Nothing is kept after you close this page
banner-blocked-text = The browser does not let this site store data. Everything works, but it is lost when you close this page. The browser says: { $why }
banner-no-room-text = The browser’s storage for this site has no room for the workspace. Everything works, but it is lost when you close this page. Make room in the settings, then reload this page.
banner-aside = { $count ->
    [one] { $count } entry couldn’t be read or is missing
   *[other] { $count } entries couldn’t be read or are missing
}
banner-aside-text = Nothing was overwritten. The settings say what it was and what became of it.

## Time that tells: what comes next, and what has changed
time-next = { $when }: { $job } { $what }
time-next-here = This job, { $when } { $what }
time-nothing-here = Nothing more happens to this job
time-deletes = { $count ->
    [one] +90 days: the service will delete { $shown } job
   *[other] +90 days: the service will delete { $shown } jobs
}
time-changed = { $count ->
    [0] No job changed
    [one] { $shown } job changed
   *[other] { $shown } jobs changed
}
time-changes = What has changed
time-until = Until { $when }
time-deleted = Deleted by the service
time-go = Go to this moment
time-go-named = Go to this moment: { $what }, { $when }

## First steps, help, glossary
steps = First steps
steps-what = This is a practice copy of Azure Import/Export, the service that moves large amounts of data on drives sent by post. Nothing in it is real and nothing leaves this browser, so you can try everything.
steps-begin = Try the five steps
steps-look = Look around
steps-dismiss = Dismiss
steps-show = Show me
steps-count = { $done } of { $all } done
steps-done = (done)
steps-ticked = Step done: { $step }. Next: { $next }.
steps-all-done = All five steps are done. You have met the rules that decide about cancelling and deleting.
steps-back = The first steps are closed. The help (?) brings them back.
step-why = Ask why
step-why-text = A gray button still works: press it and it names the rule that refuses.
step-cancel = Cancel a job
step-cancel-text = Cancel is a request. Choose a job that is not packed yet and confirm.
step-time = Let time pass
step-time-text = Press “Next event” in the bar below until a job changes. Data that is being copied goes on moving for a while.
step-delete = Delete a job
step-delete-text = Only jobs in Creating or Completed can be deleted, and nothing brings them back.
step-gone = See it gone
step-gone-text = Search for the deleted job, or open the activity log: its lines there are all that is left.
help-title = Help and keyboard shortcuts
help-what = What this is
help-steps = Show the first steps
help-rules = The rules in short
help-rule-cancel = Cancel is a request. The rule set in the settings says until which state it is accepted.
help-rule-effort = A cancel is carried out on a best-effort basis: a copy may go on for a while, or finish first.
help-rule-delete = Delete is allowed only in Creating and Completed.
help-rule-kept = The service keeps Completed and Closed jobs for 90 days and then deletes them.
help-rule-gone = A deleted job is gone everywhere. Only the activity log keeps its lines, with the name of the job.
help-past = Going back in time
help-past-undo = Undo the jump takes back the last jumps of time, until the page is reloaded or closed.
help-past-record = A recorded workspace has a timeline: look at any moment, and continue from it in a branch of its own.
help-past-settings = Record your workspace in the settings
help-past-samples = The workspace menu starts over with sample jobs, and keeps several workspaces apart.
help-states = States of a job
help-drives = States of a drive
about-creating = The job is there, but the drives have not been sent. The service deletes it 14 days after the last update.
about-shipping = The drives are on their way to the data center. You set this state when you have sent them.
about-received = All drives are at the data center and wait to be copied.
about-transferring = At least one drive is being copied. This usually takes 7 to 10 days.
about-packaging = All drives are done and are being packed for the way back. It is too late to cancel.
about-completed = The drives have been sent back and there were no errors. The service deletes the job after 90 days; you can delete it sooner.
about-closed = The job ended with errors or was given up. You cannot delete it; the service does after 90 days.
about-faulted = Something is in the way, such as a drive that cannot be read. The operators ask you for help.
about-drive-specified = You have listed the drive. It has not arrived yet.
about-drive-received = The drive is at the data center and waits for its turn.
about-drive-never-received = The parcel came without this drive, or two weeks passed. It may still arrive.
about-drive-transferring = The drive is being copied.
about-drive-completed = Everything on the drive was copied.
about-drive-more-info = The drive is done, but there is something to read: look at its copy status and its logs.
about-drive-shipped-back = The drive is on its way back to you.
samples-load = Load the sample jobs
samples-loaded = The sample jobs are there.
samples-failed = The sample jobs were not loaded

## Workspaces in the header, sharing, addresses
workspace = Workspace
workspace-shown = Shown: { $name }
workspace-start-over = Start over…
workspace-open = Open a file…
workspace-save = Save as a file
workspace-share = Share…
workspace-rename = Rename…
workspace-all = All workspaces
workspace-before = { $name }, replaced
over-title = Start over with { $name }?
over-text = The workspace begins again with the same scenario and seed.
over-press = Start over
over-done = The workspace has started over
over-unknown = What this workspace began with is not known.
rename-title = Rename the workspace
rename-label = Name
rename-hint = Leave it empty to go back to the name of the scenario.
rename-press = Rename
rename-done = The workspace is now called { $name }.
rename-failed = The workspace was not renamed
share-title = Share this workspace
share-short = Short link
share-short-hint = Begins the same scenario and seed for whoever opens it, without what you have done.
share-short-press = Copy the short link
share-whole = Link with everything
share-whole-hint = Carries all jobs and the log as they are now. Whoever opens it sees them beside their own.
share-length = { $count ->
    [one] { $shown } character
   *[other] { $shown } characters
}
share-done = Copied
ask-kept-beside = The present workspace stays beside it, in the list of workspaces.
ask-no-room-beside = There is no room to keep the present workspace beside it: its jobs and its activity log are gone.
open-cut-off = It looks cut off: its end is missing. Copy the whole link or file once more.
missing-elsewhere = This tab shows the workspace “{ $name }”; the link may belong to another one.

## REST console
console-request = Request
console-job = Job
console-operation = Operation
console-pick = Pick an operation
console-no-such-job = No job has this name. Choose a job first.
console-path = Path and query
console-headers = Headers
console-body = Body
console-send = Send
console-base = the address of the API
console-answered = Answered with status { $status }.
console-not-sent = The request was not carried out
console-nothing = Type a path, or pick an operation above.
console-wrong-target = The path must begin with a slash. The console calls only this portal.
console-wrong-header = Line { $line } is not a header. Write it as name: value.
console-history = History
console-no-calls = No calls yet. Calls made by the portal’s own pages appear here too.
console-call = Call
console-sent = Headers and body sent
console-edit = Edit
console-resend = Send again
console-response = Response
console-response-body = Response body
console-response-headers = Response headers
console-empty-body = The body is empty.
console-emptied = A job in this call has been deleted, and its data with it.
console-no-answer = There is no answer yet, or the answer couldn’t be kept and nothing was changed.
console-copy-as = Copy as
snippet-page = Works in this page only, for example in its developer tools. Nothing leaves this browser.
snippet-azure = Works against the real Azure, with your own login. It does not reach this page.
snippet-curl = A shell does not reach this page. To use it against the real Azure, replace the address with https://management.azure.com and add your own login.
console-op-get = Get Job
console-op-put = Put Job: create or replace
console-op-cancel = Update Job Properties: request cancel
console-op-ship = Update Job Properties: mark as shipped
console-op-tag = Update Job Properties: tags
console-op-drives = Update Job Properties: drives
console-op-logging = Update Job Properties: log settings
console-op-return = Update Job Properties: return address and carrier
console-op-delete = Delete Job
console-op-keys = List BitLocker Keys
console-op-list-group = List Jobs of the resource group
console-op-list-subscription = List Jobs of the subscription, five per page
console-op-list-filtered = List Jobs with a filter
console-op-locations = List Locations
console-op-location = Get Location
console-op-operations = List Operations
relay-starting = Calls from scripts: starting
relay-starting-text = The service worker that takes calls from scripts is being installed.
relay-on = Calls from scripts: on
relay-on-text = When a page of this portal fetches the address below, the service answers. This works in the developer tools too. Nothing leaves this browser.
relay-off = Calls from scripts: off
relay-unsupported = This browser offers no service workers here, for example on plain http. The console and the portal still work.
relay-hard-reload = The page was reloaded without its service worker. An ordinary reload brings it back. The console and the portal still work.
relay-changed = The service worker was changed on its way to this browser and was not installed. The console and the portal still work.
relay-refused = The service worker couldn’t start. The console and the portal still work. The browser says: { $reason }

## Settings
settings-not-kept = This choice lasts until you close the page. The browser does not let this site keep it.
settings-language-hint = Values and codes of the API are never translated.
settings-theme = Theme
settings-theme-hint = Kept in this browser, for every workspace.
theme-system = System
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
settings-rules = Rule set
settings-rules-hint = Microsoft’s own documents disagree on when a cancel request is accepted. Buttons and the REST API both follow the one you choose. The rule sets differ only in cancel.
rules-rest-2017 = The reference of the REST operations
rules-faq-2020 = The questions and answers of the service
rules-portal-2023 = The articles about the portal
rules-cancel-in = { $source }: cancel in { $states }.
rules-now = { $rules } now applies.
rules-not-set = The rule set was not changed
settings-speed = Clock speed
settings-speed-hint = How fast simulated time passes while this page is open. The clock bar at the bottom has the jumps.
speed-second = 1 second = 1 second
speed-minute = 1 second = 1 minute
speed-hour = 1 second = 1 hour
speed-day = 1 second = 1 day

## Workspaces: which one is shown, and what is not opened
workspace-called = { $scenario }, seed { $seed }
workspace-nameless = Workspace without a name
workspace-own = My workspace ({ $name })
workspace-from-link = { $name }, from a link
workspace-from-file = { $name }, from a file
workspace-copy = Copy of { $name }
banner-foreign = You are looking at { $name }
banner-foreign-text = Changes you make here stay here. Your own workspace is not affected.
banner-foreign-back = Back to my own workspace
banner-foreign-keep = Make it my own
banner-link = The workspace in the link was not opened
banner-gone = This workspace was discarded in another tab
banner-gone-text = This page shows all that is left of it, and you can’t change anything here any more. Your own workspace is not affected.
banner-adopted = This is your own workspace now
banner-adopted-text = It has replaced the one before.
banner-not-adopted = Your own workspace was not replaced
open-too-large = It is larger than 16 MB, the most a workspace can have, and was not read.
open-not-json = It is damaged: it can’t be read beyond line { $line }, column { $column }.
open-not-a-workspace = It is not a workspace of this portal.
open-entry = Its entry { $entry } is damaged or exceeds a limit of the service.
open-duplicate = Its entry { $entry } is there twice, or repeats the name of another job.
open-unfit = Its entry { $entry } doesn’t fit the rest: it is later than the workspace’s time, or a number is taken already.
open-too-many = It has more jobs or log lines than a workspace can have.
open-no-such = The link names a scenario, a seed or a number of jobs that does not exist.
open-newer = It was written by a newer version of the portal. Reload this page to get that version, then try again. Nothing was opened, and your workspaces are unchanged.
open-kept = Nothing was opened, and your workspaces are unchanged. Save or share it from the portal again, then try again.
open-unreadable = The browser couldn’t read the file. Nothing was opened, and your workspaces are unchanged. Choose the file again. The browser says: { $reason }
leave-it = Leave it as it is
ask-no-undo = You can’t undo this.
ask-save-first = If you may need the workspace again, save it as a file first.
ask-others-stay = Other workspaces, drafts, language and theme stay.
adopt-title = Make this workspace your own?
adopt-text = A copy of it replaces your own workspace.
adopt-loses = The jobs and the activity log of your own workspace are deleted in every tab.
adopt-press = Replace my workspace
adopt-failed = The workspace was not made your own

## Settings: workspaces
workspaces = Scenario and workspaces
workspaces-hint = A workspace holds everything: jobs, activity log and clock. Yours opens by itself. Others can be kept beside it.
workspaces-shown = This tab shows
workspaces-scenario = Scenario
workspaces-seed = Seed
workspaces-jobs = Jobs
workspaces-list = Workspaces in this browser
workspaces-row = Jobs: { $jobs }. Size: { $size } KB.
workspaces-here = Shown here
workspaces-open = Open { $name }
workspaces-discard = Discard { $name }
workspaces-discard-title = Discard { $name }?
workspaces-discard-text = Its jobs ({ $jobs }) and its activity log are deleted. Tabs that show it can’t change anything any more.
workspaces-discard-own-stays = Your own workspace stays.
workspaces-discard-press = Discard
workspaces-discarded = { $name } was discarded.
workspaces-not-discarded = { $name } was not discarded
workspaces-busy = Working…
workspaces-busy-text = Something else is in progress. Wait until it is done.
anew = Start over
anew-hint = The same scenario and seed always start the same, for everybody.
anew-press = Start over…
anew-contoso = Contoso: jobs in every state, some with a pending cancel
anew-fabrikam = Fabrikam: everything that can go wrong, one fault per job
anew-empty = Empty: no jobs
anew-load = Load: as many jobs as you like
anew-seed-hint = A whole number. Everything random is drawn from it.
anew-seed-wrong = Enter a whole number from 0 to 18446744073709551615.
anew-jobs-hint = From 1 to 10,000.
anew-jobs-wrong = Enter a whole number from 1 to 10,000.
anew-title = Start over as { $fresh }?
anew-loses = { $name }: the jobs ({ $jobs }) and the activity log are deleted, in every tab that shows them.
anew-done = Started over as { $fresh }
anew-done-text = Jobs: { $jobs }.
anew-failed = The workspace did not start over
files = Open a file
files-hint = A workspace that this portal saved as a file (.json).
files-where = Where to open it
files-beside = Separate workspace
files-replacing = Replace my workspace
files-choose = Choose a file
files-title = Replace your own workspace with { $name }?
files-text = Jobs in the file: { $jobs }.
files-beside-title = Open { $name } as a separate workspace?
files-beside-press = Open it
files-room = It takes { $takes } KB; { $left } KB are free in this browser’s storage.
files-tight = That leaves hardly any room: in this workspace nothing can be created or changed, and each attempt is refused (507). Looking, saving and deleting work. Discard other workspaces first, or open a smaller one.
files-refused = { $name } was not opened
share = Share
share-hint = The link carries the whole workspace. People who open it see it beside their own. Nothing is sent anywhere except in the link.
share-press = Copy a link to this workspace
share-copied = The link was copied.
share-not-copied = The link couldn’t be copied
share-not-copied-text = The browser does not let this page write to the clipboard. Save the workspace as a file and hand on the file.
share-too-large = The workspace is too large for a link
share-too-large-text = A link holds up to 48 KB. Save the workspace as a file and hand on the file. Open a file brings it in again.

## Settings: storage
settings-storage = Storage
settings-storage-hint = The browser decides when it writes to disk. A file is the safest copy.
settings-copy-whole = Every answered command is also saved in a second copy, which survives a browser that is killed.
settings-copy-making = A second copy is being made. Until it is ready, a browser that is killed may lose the last commands.
settings-copy-lagging = The second copy cannot be reached, and may still hold jobs that were deleted. They are taken out of it as soon as it can be reached. Until then a browser that is killed may lose the last commands. The browser said: { $why }.
settings-copy-missing = There is no second copy. A browser that is killed may lose the last commands. The browser said: { $why }.
settings-used = { $used } KB of { $all } KB used ({ $share })
settings-used-jobs = Jobs
settings-used-log = Activity log and clock
settings-used-others = Other workspaces
settings-used-aside = Unreadable or missing entries
settings-used-portal = Settings and drafts
settings-used-foreign = Other pages of this address
settings-save = Save the workspace as a file
settings-aside = Unreadable or missing entries
settings-aside-hint = These entries couldn’t be read or were missing. What was found is kept as it was until you discard it.
settings-aside-head = The workspace’s clock and settings. If no second copy had them, they were made anew from the jobs and the activity log: the clock stands still at the last thing that is known to have happened, and the rules are those that the log says were chosen last. Look at both before you go on.
settings-aside-job = This job was there and its entry is gone. No second copy had it.
settings-aside-job-back = The entry of this job was missing. It was brought back from the second copy.
settings-aside-jobs = { $count ->
    [one] { $count } job was there and its entry is gone. If the second copy had it, it was brought back; otherwise it is lost.
   *[other] { $count } jobs were there and their entries are gone. If the second copy had them, they were brought back; otherwise they are lost.
}
settings-aside-download = Download { $name }
settings-aside-discard = Discard { $name }
settings-aside-discarded = { $name } was discarded.

## Settings: the offline copy, and a newer version
offline = Offline copy
offline-whole = The portal’s files are kept in this browser ({ $size }). It starts without a network.
offline-making = The portal’s files are being fetched. Once all of them are here, the portal starts without a network.
offline-removed = The portal’s files are not kept. It needs the network each time it starts.
offline-unsupported = This browser has no service worker for the portal here, for example on plain http or in a private window. Its files can’t be kept, so it needs the network each time it starts.
offline-failed = The portal’s files couldn’t be kept. What was kept before stays as it was. The browser says: { $why }
offline-missed = A newer version is on the host, but not all of its files could be kept. You continue with this version. The next start tries again.
offline-hint = These are the files of the program. Your jobs, drafts and settings stay as they are if you remove them.
offline-remove = Remove the offline copy
offline-keep = Keep an offline copy
lasting-evictable = The browser may delete everything stored here, your jobs included, when it runs short of room. Safari does so after seven days without a visit.
lasting-refused = The browser has not agreed. Most agree once you have installed the portal, bookmarked it or visited it often. A file is the safest copy.
lasting-promised = The browser deletes nothing stored here, your jobs included, unless you tell it to.
lasting-ask = Ask the browser to keep everything
renewal = A new version is ready
renewal-text = This tab continues unchanged until you update it. Other tabs are not touched.
renewal-press = Update now

## Commands in their one spelling (in any language)
command-ambiguous = Several jobs are named “{ $name }”. Name the resource group too, as in group/name.
command-past = { $moment } is in the past. Time can only move forward from now.
command-nothing-ahead = No job has an upcoming event, so there is nothing to wait for.
command-not-reached = This does not happen before { $moment }. The clock has not moved.
command-no-journal = This workspace is not recorded, so you can’t go back.
command-which-drive = A fault of a drive needs the drive’s number, counted from 1; other faults have none.
inject-not-now = In { $state } this would change nothing that is still to come. The job is as it was.
inject-no-such-drive = There is no such drive; the job has { $count }.
inject-drive-begun = This drive is being copied or has been, so it is too late for a fault.
inject-drive-faulty = This drive has a fault already.
activity-injected-lost = Fault injected: parcel lost
activity-injected-address = Fault injected: wrong return address
activity-injected-expire = Fault injected: expires in a day
activity-injected-corrupt = Fault injected: drive { $drive } has files that cannot be copied
activity-injected-unreadable = Fault injected: drive { $drive } cannot be read
activity-injected-bitlocker = Fault injected: BitLocker key of drive { $drive } does not fit

## Recordings (in any language)
recording-too-large = The recording is too large to be read. Nothing was changed.
recording-not-json = The recording is cut off or not JSON: reading stopped in line { $line }, column { $column }. Nothing was changed.
recording-not-a-journal = This is not a recording of this portal. Nothing was changed.
recording-other-format = The recording is in the format { $format }, which this version cannot read. Nothing was changed.
recording-other-rules = The recording was recorded by version { $version } of the rules, so its past cannot be replayed by today’s. The workspace opens as it stood.
recording-beginning = The recording begins with a workspace that cannot be read. Nothing was changed.
recording-branches = The branches of the recording do not fit together. Nothing was changed.
recording-out-of-order = Command { $no } of branch { $branch } is older than the one before it, so the recording is not taken.
recording-refused = Command { $no } of branch { $branch } is refused, so the recording is not taken: { $why }
recording-too-many = The recording has more commands than a branch may have. Nothing was changed.
recording-differs = The commands of the recording do not lead to the workspace that came with it. The workspace opens as it stood, without its past.
branch-none = There is no branch { $branch }.
branch-too-many = There are { $count } branches already, which is the most. Discard one first; nothing was changed.
branch-present = You are in this branch. Change to another one before you discard it.
branch-pinned = This branch is pinned. Unpin it before you discard it.
branch-bad-name = A branch name has at most { $count } characters on one line.
look-not-there = The recording does not reach that moment.
look-refused = The recording is damaged: command { $no } is refused where it was accepted. The present is as it was. { $why }
not-done-past = This page shows the past, where nothing can be changed. Continue from here, or go back to now.

## Timeline, branches, undoing a jump
timeline-name = Timeline of this workspace
timeline-now = { $moment }, now
timeline-beginning = { $moment }, where the recording begins
timeline-event = { $moment }, event { $number } of { $count }: { $what }
timeline-between = { $moment }, after event { $number } of { $count }
timeline-state = { $job } is { $state }
timeline-deleted = { $job } was deleted by the service
timeline-moved = { $job }: drives or parcel moved on
timeline-others = { $what }, and { $count } more jobs
timeline-recorded = Recorded: deleted jobs stay in the recording until you stop it.
timeline-damaged = This recording cannot be looked at: { $why }
timeline-scarce = The recording is nearly full: its oldest { $count } commands will soon become part of its beginning and can’t be looked at then.
timeline-stop = Stop recording
timeline-stop-ask = Stop recording and wipe the recording?
timeline-stop-line = The past, all other branches and what deleted jobs left in the recording are wiped. The workspace stays as it is now.
timeline-stopped = The recording was stopped and wiped
timeline-started = The workspace is recorded from now on. The timeline under the clock leads back to any moment, in place of “Undo the jump”.
timeline-none = This workspace is not recorded
timeline-none-text = Only a recorded workspace can be looked at as it was. The settings can record it.
timeline-not-done = The recording was not changed
past-name = Looking at the past
past-text = { $moment }: you are looking at the past.
past-continue = Continue from here
past-back = Back to now
past-continued = You continue from { $moment } in a new branch. The other line is kept.
branches-name = Branches
branch-number = Branch { $number }
branch-rename = Rename
branch-rename-named = Rename { $name }
branch-name-label = Name of { $name }
branch-save = Save
branch-pin = Pin
branch-pin-named = Pin { $name }
branch-discard = Discard
branch-discard-named = Discard { $name }
branch-compare = Compare
branch-compare-named = Compare { $name } with this branch
branch-now = You are in { $name } now
compare-name = Comparison with { $name }
compare-same = At { $moment } all jobs are the same.
compare-differ = At { $moment } { $count } jobs differ:
compare-row = { $job }: { $here } in this branch, { $there } in the other
compare-gone = not there
compare-part = The branches part at command { $number }. In this branch: { $here }. In the other: { $there }.
compare-no-part = Their commands are the same as far as both go.
compare-nothing = nothing more
compare-close = Close
asked-put = { $job } created or replaced
asked-patch = { $job } changed
asked-ship = { $job } marked as shipped
asked-cancel = cancel requested for { $job }
asked-delete = { $job } deleted
asked-rules = rules { $rules } chosen
asked-speed = speed ×{ $factor }
asked-paused = clock paused
asked-resumed = clock resumed
asked-advance = time let go on to { $moment }
asked-inject = fault injected into { $job }
asked-rewind = time turned back
undo-jump = Undo the jump
undo-done = The jump is undone. It is { $moment } again. What you deleted stays deleted.
undo-not-done = The jump was not undone
settings-recording = Recording
settings-recording-hint = A recorded workspace can be looked at as it was at any moment, and continued from there in a branch. Deleted jobs stay in the recording until you stop it; stopping wipes it.
settings-recording-switch = Record this workspace
key-before-last = Look at the moment before the last command
settings-save-recorded = Save with its recording
settings-save-recorded-hint = A file with the recording also holds what deleted jobs were. The other file leaves the recording out.

## Conformance
conformance-title = Conformance
conformance-link = Conformance: which parts of the service’s contract work here
conformance-intro = The contract of Microsoft.ImportExport, entry by entry: whether it works here, how it was settled, where the rule comes from, and the automated test that shows it.
conformance-count = { $works } of { $all } entries work here. { $decided } were decided here because the sources are silent or disagree, and { $differs } differ on purpose.
conformance-show = Show
conformance-all = All entries
conformance-differs = Differs from the service
conformance-decided = Decided here
conformance-operations = Operations
conformance-versions = API versions
conformance-parameters = Query parameters and headers
conformance-properties = Properties
conformance-codes = Error codes
conformance-sources = Sources
conformance-name = Entry
conformance-works = Works here
conformance-how = How
conformance-from = Source
conformance-test = Shown by
conformance-yes = Yes
conformance-no = No
conformance-same = As the sources say
conformance-decided-because = Decided here: { $note }
conformance-differs-because = Differs: { $note }
conformance-ours = none
source-swagger = The public API description of Microsoft.ImportExport
source-recorded = Answers of the real service, recorded by its command-line clients
source-provider = The contract between Azure Resource Manager and its providers
source-canceling = “Canceling and deleting Azure Import/Export jobs”
source-state = “Retrieving state information for an Import/Export job”
source-faq = The FAQ of the service
source-portal = The portal articles of 2021 to 2023
note-replaced-in-creating = only a job in Creating is replaced; any other is refused with 409.
note-changes-by-state = which property may change in which state.
note-cancel-repeats = repeating a cancel does no harm. The sources disagree on how long a cancel is accepted, so the rule set can be chosen.
note-no-token = no Azure token is checked; this is a mock.
note-not-read = may be sent, and is not read.
note-not-told = may be sent, and is never returned.
note-no-identity = jobs have no identity here.
note-fictional = addresses are fictional, so that nobody ships drives to a real one.
note-no-files = the file does not exist; its address leads nowhere.
note-not-asked = the form is checked; no storage account and no key vault is asked.
note-simulated = simulated from the seed of the workspace.
note-made-up-keys = the keys of an export’s drives are made up.
note-never-closed = no region ever closes.
note-part-of-odata = a part of OData: eq, ne, and, or, not, with five fields.
note-own-token = the form of the token.
note-own-code = the contract names no code for this.
note-own-limit = a body has at most 1 MB.
note-names = 3 to 63 letters, digits and hyphens, beginning and ending with a letter or digit.
note-by-version = answers leave out what came with later versions; bodies may still use it.
note-old-spelling = the spelling of 2016-11-01; taken in every version.

## Lessons: what is not taken
lesson-too-large = This lesson was not opened: it has more than { $kb } KB. Nothing was changed.
lesson-not-json = This lesson was not opened: it is no JSON from line { $line }, column { $column } on, or is nested too deep. Nothing was changed.
lesson-other-format = This file was not opened: it is no lesson of the format lesson/1. Nothing was changed.
lesson-shape = This lesson was not opened: a part of it is none that a lesson has. The reader says: { $words }
lesson-limit = This lesson was not opened: there is too much or nothing at “{ $place }”. The limits stand in docs/lessons.md.
lesson-unknown = This lesson was not opened: what stands at “{ $place }” is not allowed or not known.
lesson-texts = This lesson was not opened: its texts in “{ $language }” do not fit at “{ $place }”.
lesson-no-texts = This lesson was not opened: it has no texts.
lesson-outside-clock = The clock was moved, and this lesson does without it. Restart the lesson, or go back to before.
lesson-outside-rewind = Time was turned back, and this lesson does without it. Restart the lesson to have it count.
lesson-outside-rules = Other rules were chosen, and this lesson keeps to the ones it begins with. Go back to before, or restart the lesson.
lesson-outside-rest = A REST call changed something, and this lesson is done in the portal alone. Go back to before, or restart the lesson.

## Lessons
nav-learn = Learn
steps-lesson = Take a lesson
learn-title = Learn
learn-intro = Each lesson runs in a workspace of its own and checks itself. Your own workspace stays as it is.
learn-minutes = { $minutes } minutes
learn-new = Not begun
learn-done = { $done } of { $of } tasks done
learn-complete = Completed
learn-outdated = The lesson has changed since you took it
learn-needs = Best taken after: { $lessons }
learn-failed = The lessons did not arrive. Check the connection, then reload the page. Nothing was changed.
room-coming = On its way…
room-lost = The page could not be fetched. Nothing was changed, and what you have done is kept.
room-again = Try again
learn-loading = The lesson is being fetched…
learn-no-storage = A lesson needs a workspace of its own, and this browser keeps none for this page. Allow storage for this site, then reload. Your workspace is as it was.
learn-not-read = This lesson cannot be used here: { $why }
learn-no-such = There is no lesson of this name. Choose one from the catalogue.
learn-back = All lessons
learn-misconception = What many believe
learn-situation = How things stand
learn-sources = Sources
learn-go = Go to the jobs
lesson = Lesson
lesson-tasks = Tasks
lesson-task-done = (done)
lesson-hint = Hint
lesson-hint-no = Hint { $no }
lesson-no-hint = There are no more hints for this task.
lesson-show = Show me
lesson-restart = Restart the lesson
lesson-restarted = The lesson begins anew.
lesson-rewind = Go back to before
lesson-rewound = Time is back at the last moment before.
lesson-leave = Leave the lesson
lesson-fold = Fold the lesson up
lesson-unfold = Unfold the lesson
lesson-move = Move to the other side
lesson-done-now = Task done: { $task }
lesson-shown = The task was shown to you, so it counts no points.
lesson-show-failed = The task could not be shown: { $why } What was done until then stays.
lesson-show-stopped = a step was answered in another way than expected.
lesson-stopped = The recording of this lesson has stopped or cannot be read, so it cannot be checked. Restart the lesson.
lesson-complete = Lesson complete
lesson-report = { $points } of { $all } points, { $hints } hints, { $shown } tasks shown, { $minutes } minutes.
lesson-debrief = What to take away
lesson-quiz = A question to end with
lesson-right = Right.
lesson-wrong = Not quite.

## Lessons: restart of a task, the exam, progress as a file
lesson-not-rewound = Time was not turned back
lesson-not-restarted = The lesson was not restarted
lesson-task-restart = Restart this task
lesson-task-restarted = Everything is as it was when this task began. The other line stays as a branch where the lesson allows that.
lesson-task-not-restarted = The task was not restarted
lesson-exam = This is an exam: there are no hints, and nothing is shown to you. If you give it up, the rest of it can be shown and counts no points; you can restart the lesson and take it again.
lesson-give-up = Give the exam up
lesson-given-up = You gave the exam up. What was not done by then can be shown to you and counts no points.
lesson-exam-failed = The exam was given up, so it is not passed. Restart the lesson to take it again.
progress-save = Save my progress as a file
progress-load = Load progress from a file
progress-hint = The file holds how far you came in each lesson, your hints, answers and refused requests. Loading one adds to what is here: the better result stays, and a lesson under way goes on.
progress-loaded = { $count ->
    [one] Progress loaded: one lesson changed
   *[other] Progress loaded: { $count } lessons changed
  }
progress-loaded-none = Progress loaded: nothing in it was newer or better than what is here
progress-not-loaded = The progress was not loaded
progress-not-kept = This browser keeps nothing for this page, so the progress can’t be loaded. Allow storage for this site, then try again.
progress-too-large = The file has more than { $kb } KB, so it is not read. Nothing was changed.
progress-other-format = The file holds no progress of the format progress/1. Nothing was changed.
progress-impossible = The file tells of results that cannot be, such as more tasks done than a lesson has. Nothing was changed.
progress-unreadable = The browser cannot read the file. It says: { $reason }

## Lessons: made out of a recording, and lessons of one’s own
recorder-title = Make a lesson
recorder-intro = Do in a recorded workspace what the lesson is to teach, and some wrong moves too. Here you say which of it is the beginning, the solution or a wrong move, pick what is checked, and write the texts.
recorder-link = Make a lesson of this branch
recorder-branches = Which branch?
recorder-make = Make a lesson of { $branch }
recorder-count = { $count ->
    [one] one command
   *[other] { $count } commands
  }
recorder-made = The draft is made. It is kept in this browser until you discard it.
recorder-not-recorded = This workspace is not recorded. Switch the recording on in the settings, or open a scenario by a link. Then do what the lesson is to teach, and come back.
recorder-settings = Go to the settings
recorder-nothing = Nothing was done in this branch yet. Do what the lesson is to teach, then come back.
recorder-beginning = A lesson begins with a scenario, and this recording begins later, with other jobs. Open a scenario by a link, which is recorded from its start, and do it there.
recorder-too-long = { $count } things were done in this branch, and a lesson has at most { $most } steps. Go on from an earlier moment in a new branch, or begin anew.
recorder-damaged = This branch can’t be replayed, so no lesson can be made of it. Choose another branch.
recorder-moves = What was done
recorder-moves-hint = Say for each move where it belongs. Wrong moves that follow each other are one attempt, which gets one answer.
recorder-part-start = Before the learner comes
recorder-part-task = Solves task { $no }
recorder-part-wrong = Wrong move in task { $no }
recorder-part-out = Left out
recorder-add-task = Add a task
recorder-remove-task = Remove the last task
recorder-tried = refused: { $what }
recorder-called = BitLocker keys of { $job } read
recorder-waited = time let go on by { $span }
recorder-waited-next = time let go on to the next event
recorder-waited-state = time let go on until { $job } is { $state }
recorder-waited-gone = time let go on until the service deletes { $job }
recorder-checks = What is checked
recorder-checks-hint = Each line became true by the moves of its task. Pick results, not the way there: a task is done when all that you pick holds, and it must still hold at the end.
recorder-task = Task { $no }
recorder-points = Points for task { $no }
recorder-no-proposals = The moves of this task change nothing that can be checked. Give it other moves.
recorder-is-state = { $job } is in { $states }
recorder-is-gone = { $job } was deleted by somebody
recorder-is-gone-service = { $job } was deleted by the service
recorder-has-happened = { $job }: { $event }
recorder-has-done = { $job }: “{ $action }” was accepted
recorder-has-done-in = { $job }: “{ $action }” was accepted in { $state }
recorder-was-refused = { $job }: “{ $action }” was refused
recorder-was-refused-in = { $job }: “{ $action }” was refused in { $states }
recorder-rules = The rules { $rules } decide
recorder-late-drive = A late drive was received
recorder-recovered = Back from Faulted
recorder-create = Create
recorder-other-check = Another check
recorder-lesson = About the lesson
recorder-id = Id
recorder-id-hint = Small letters, digits and hyphens, such as my-first-lesson. Progress is kept under it.
recorder-minutes = Minutes
recorder-sources = Sources
recorder-sources-hint = The documents that the lesson teaches, one a line.
recorder-learner = Every learner gets other durations
recorder-texts = Texts: { $language }
recorder-text-title = Title
recorder-text-about = What one learns
recorder-text-misconception = What many believe
recorder-text-situation = How things stand
recorder-text-debrief = What to take away
recorder-text-task = Task { $no }: what is to be done
recorder-text-hints = Task { $no }: hints
recorder-text-hints-hint = One a line, three at most: where, what, exactly how.
recorder-text-says = Task { $no }: what wrong move { $attempt } means
recorder-checklist = What is missing
recorder-done = done
recorder-missing = missing
recorder-better = better with it
recorder-item-id = An id
recorder-item-sources = Sources
recorder-item-solve = Task { $no }: moves that solve it
recorder-item-check = Task { $no }: a check
recorder-item-wrong = Task { $no }: a wrong move with its answer
recorder-item-texts = All texts: { $language }
recorder-item-hints = Three hints for every task: { $language }
recorder-lint = What the linter says
recorder-looking = The lesson is being replayed…
recorder-not-yet = It can’t be taken yet: at “{ $place }” something is missing, not allowed or too much.
recorder-too-large = It can’t be taken: it has more than { $kb } KB. Leave moves out or shorten the texts.
recorder-kept = The lesson keeps what it promises: it can be solved, no step is spare, and each wrong move gets its answer.
recorder-to-own = Add to my lessons
recorder-to-file = Save the lesson as a file
recorder-to-link = Copy a link to the lesson
recorder-discard = Discard the draft
recorder-discard-ask = Discard the draft?
recorder-discard-line = What you wrote here is gone then. Save the lesson as a file first if you may want it again; lessons that you added stay.
recorder-out-hint = A lesson that can be taken can be handed on, even if the linter still finds something. The link has the whole lesson in it, so it is long; some mail programs cut it.
recorder-not-out = The lesson was not handed on
recorder-link-copied = The link to the lesson was copied
recorder-link-not-copied = This browser did not let the link be copied. Save the lesson as a file instead.
lint-language = There are no texts in “{ $language }”.
lint-begin = Step { $step } of the beginning is refused. Leave it out, or what it stands on belongs to the beginning too.
lint-given = Task { $task } is done before anything was done. Pick another check.
lint-spoilt = A way to spoil the lesson is met at the start, or never.
lint-step = Task { $task }: step { $step } of its solution does not go as it did. Does it need a move that was left out?
lint-undone = Task { $task } is not done by its own moves. Pick another check, or give it more moves.
lint-undone-again = Task { $task } is undone again at the end. Pick what has happened instead of what is so at the moment.
lint-early = The last task is done after step { $step } of the solution already. Pick a check that only the last step fulfils.
lint-spare = All is done without step { $step } of the solution too. Leave it out, or check what it does.
lint-near-step = Task { $task }: wrong attempt { $attempt } does not go as it did. It begins where the tasks before are solved.
lint-near-does = Task { $task }: wrong attempt { $attempt } does the task.
lint-near-unanswered = Task { $task }: wrong attempt { $attempt } gets no answer.
lint-says-unmet = Task { $task }: answer { $attempt } is met by no wrong attempt.
lint-differs = Solved twice, it ends differently.
lint-seed = It can’t be solved with every learner’s durations. Wait for states, not for days, or give everybody the same durations.
own-title = Lessons of your own
own-hint = Made here, or opened from a file or a link. They are kept in this browser and checked like any hostile file: at most 32 KB, and nothing in them is run but commands to a workspace of their own.
own-open = Open a lesson from a file
own-make = Make a lesson
own-remove = Remove
own-remove-of = Remove { $title }
own-removed = The lesson was removed, and its workspace with it
own-leave-first = You are in this lesson. Leave it first, then remove it.
own-added = The lesson is among your own now
own-not-added = The lesson was not added
own-of-course = A lesson of the course has this id. Give yours another one.
own-begin = Step { $step } of its beginning is refused here, so nobody can take it.
own-full = There are { $count } lessons of your own already, which is the most. Remove one first.
own-not-kept = This browser has no room for it or keeps nothing for this page. Remove a lesson, or allow storage for this site.
own-import = A lesson from a link
own-import-hint = Whoever made this link wrote the lesson. It runs in a workspace of its own; yours stays as it is.
own-import-press = Add to my lessons
progress-title = Your progress

## Classes: what becomes of what was handed in
verdict-complete = Verified: complete
verdict-verified = Verified: { $done } of { $of } tasks done
verdict-outdated = Outdated: made with another version of the lesson or of the simulation, so it cannot be replayed. Have the lesson done again.
verdict-other-terms = Made in a class on other terms: other rules, hints, clock or seed than the class you are collecting for.
verdict-differs = Differs at command { $no }: from there on the replay ends elsewhere than the file says. It was edited.
verdict-forged = Not what it says: { $why }
forgery-seed = the seed does not belong to this code, so the work was done under another code.
forgery-beginning = it does not begin as this lesson does for this code.
forgery-journal = its recording cannot be read.
forgery-refusal = it tells of a refusal that cannot have been.
forgery-claim = it claims more tasks or points than the replay finds.
submission-too-large = Not taken: it has more than { $mb } MB.
submission-other-format = Not taken: it is no submission, or it was cut off. Ask for the file again.
submission-other-lesson = Not taken: it is about the lesson “{ $lesson }”, which this class does not have.
class-needs-clock = Nobody can complete this lesson without moving the clock. Allow the clock, or leave the lesson out.
class-needs-rules = Under these rules this lesson cannot be completed. Leave the rules to the lessons, or leave this lesson out.

## Classes: the trainer's pages
class-title = Class
class-for-trainers = For trainers: set lessons for a class
class-pages = Class
class-nav-link = Class link
class-nav-key = Answer key
class-nav-collect = Collect
class-nav-device = On this device
class-no-server = There is no server behind these pages. Nothing is sent to anybody, so you cannot watch your learners live: they download a file and hand it to you, and you collect the files here.
class-link-intro = Choose the lessons and their terms. The link carries all of it; hand it to your learners in any way you like.
class-lessons = Lessons, in this order
class-up = Move “{ $lesson }” up
class-down = Move “{ $lesson }” down
class-moved = “{ $lesson }” is now number { $no }.
class-terms = Terms
class-language = Language
class-language-own = Each learner’s own
class-rules = Rules
class-rules-own = As each lesson has them
class-hints = Hints, where a lesson gives any
class-clock = Moving the clock, where a lesson allows it
class-in-order = One after the other: a lesson opens when the one before it is complete
class-seed = Durations and dates
class-seed-learner = Different for each learner: nobody can hand in a neighbour’s work
class-seed-number = The same for everybody, drawn from this number:
class-seed-field = Number for everybody
class-seed-wrong = Type a whole number from 0 to 9,007,199,254,740,991. The link still has the last one that was right.
class-link = Link for your learners
class-link-none = Choose at least one lesson.
class-link-try = See it as a learner does
class-link-sum = { $count ->
    [one] One lesson, about { $minutes } minutes.
   *[other] { $count } lessons, about { $minutes } minutes.
}
class-own = The class on these pages
class-own-hint = Set under “Class link” on this device. Collecting for another class? Paste its link.
class-own-field = Class link
class-own-wrong = This is no class link. The class is still the one it was.
class-own-none = There is no class yet. Set one under “Class link”, or paste a link.
class-own-set = The class is now the one of the link.

## Classes: the answer key
class-key-intro = Type a learner’s code. Every lesson is solved here for that learner: with their dates and durations, which nobody else has.
class-code = Learner’s code
class-code-wrong = Type a code of 1 to 40 characters.
class-key-show = Show the answer key
class-key-of = Answer key for { $code }
class-key-print = Print
class-key-none = The solution of this lesson does not work on the terms of the class.
class-key-step = Step
class-key-when = Simulated time
class-key-states = What changes
class-key-task = Task { $no }: { $task }
class-key-to = then { $time }
class-key-tries = Try, and be refused: { $what }
class-key-calls = Call: { $what }
class-key-gone = { $job } is deleted
class-key-state = { $job }: { $state }
class-key-nothing = Nothing

## Classes: the learner’s page
class-join-title = Your class
class-join-none = This link is no class link, or a part of it is missing. Ask your trainer for the whole link.
class-join-intro = Your trainer has set these lessons. They check themselves; what you do stays in this browser until you download it and hand it in.
class-join-language = The lessons are in { $language }.
class-join-rules = All of it by the rules “{ $rules }”.
class-join-hints-off = There are no hints.
class-join-clock-off = The clock must not be moved.
class-join-in-order = One after the other: a lesson opens when the one before it is complete.
class-join-seed = Your code decides the dates and durations you get. Always type the same one.
class-join-seed-same = Everybody gets the same dates and durations.
class-join-code = Your code
class-join-code-hint = What your trainer gave you, or your initials and a number. It stands in your submission; it is kept on this device.
class-join-enter = Begin
class-join-as = You are { $code } in this class.
class-join-change = Use another code
class-join-other = { $code } has worked in this browser. A lesson that you begin takes the place of theirs: have them download their submission first.
class-join-begin = Begin “{ $lesson }”
class-join-continue = Continue “{ $lesson }”
class-join-look = Look at “{ $lesson }” again
class-join-anew = You have taken this lesson outside this class. In the class it begins anew.
class-join-locked = Opens when “{ $lesson }” is complete.
class-join-gone = There is no lesson “{ $lesson }” here. Tell your trainer.
class-join-progress = { $done } of { $of } lessons complete, { $points } points
class-back = Back to the class
class-handin = Hand in
class-handin-one = Download my submission
class-handin-all = Download my submission of all lessons
class-handin-none = Nothing to hand in yet: do at least one task.
class-handin-holds = The file holds: your code “{ $code }”, the lesson and its version, every command you gave with its simulated time, what was refused, the hints and tasks you had shown, your answers to the questions, and the minutes you spent. It holds nothing else: no name, no address, nothing about this device.
class-handin-sum = { $lesson }: { $done } of { $of } tasks done, { $points } points.
class-handin-did = { $commands } commands, { $refusals } refusals, { $hints } hints, { $shown } tasks shown, { $minutes } minutes.
class-handin-then = Send the file to your trainer as they asked you to. This page sends nothing.
class-handin-failed = { $lesson } cannot be handed in: its recording was stopped or cannot be read. Restart the lesson.
class-handin-saved = Saved as { $file }.
class-handin-not-saved = The browser did not save the file. Try again, or use another browser window.

## Classes: collecting
class-collect-intro = Every file is replayed here, command by command, and must end where it says. The files stay on this device; this page forgets them when you leave it.
class-files = Submissions
class-files-hint = Drop the files here, as many as you like, or choose them.
class-files-choose = Choose files
class-files-reading = { $done } of { $of } files read…
class-files-done = { $files ->
    [one] One file read: { $verified } submissions verified, { $other } not.
   *[other] { $files } files read: { $verified } submissions verified, { $other } not.
}
class-files-forget = Forget all files
class-refused = Files that were not taken
class-refused-one = { $file }: { $why }
class-refused-unreadable = the browser could not read it: { $words }
class-table = Learners and lessons
class-learner = Learner
class-lesson = Lesson
class-result = Result
class-points = Points
class-points-of = { $points } of { $all } points
class-points-all = Points possible
class-hints-taken = Hints
class-tasks-shown = Tasks shown
class-seconds = Seconds
class-same = Same recording as
class-cell-by = { $hints } hints, { $shown } tasks shown, { $minutes } min
class-cell-same = Copied? The same recording was handed in by { $codes }.
class-cell-injected = { $count ->
    [one] One fault was injected.
   *[other] { $count } faults were injected.
}
class-cell-times = Handed in { $times } times; the best counts.
class-cell-none = Nothing handed in
class-total = Together
class-failed = Tasks, the most failed first
class-failed-none = Everybody whose work is verified has done every task.
class-failed-count = { $failed } of { $of } learners
class-failed-who = Not done, or shown
class-failed-task = Task
class-csv = Download as CSV
class-csv-file = class.csv
class-by-own-account = Hints, shown tasks and times are by the learner’s own account; everything else was found by replay. A replay shows that the work was done, not who did it.

## Classes: the certificate
certificate = Certificate
certificate-for = Certificate for { $code }
certificate-name = Name on the certificate
certificate-name-hint = Typed by you; nothing checks it, and it is not kept.
certificate-line = Name
certificate-says = has completed these lessons on the Azure Import/Export service:
certificate-course = Azure Import/Export: practice in a simulator
certificate-points = { $points } of { $all } points
certificate-sum = Together { $points } of { $all } points
certificate-proof = Each lesson was verified by replaying every recorded command. That shows the work was done as recorded. It does not prove who did it, and it is no certificate of Microsoft.
certificate-code = Learner’s code: { $code }
certificate-sign = Trainer, date
certificate-print = Print the certificate
certificate-back = Back to the table
certificate-none = Nothing of this learner is verified and complete, so there is nothing to certify.

## Classes: at a learner’s machine
class-device-intro = What you can do at a learner’s machine, for what is in this browser. It changes nothing on other machines.
class-device-lessons = Lessons in this browser
class-device-none = Nobody has begun a lesson in this browser.
class-device-in = Code { $code }
class-device-out = Outside a class
class-device-reset = Start “{ $lesson }” anew
class-device-reset-asked = Throw away what was done in “{ $lesson }”?
class-device-reset-text = The jobs of the lesson, its recording, hints and answers are thrown away, and it begins anew when it is opened. What is not downloaded cannot be handed in any more.
class-device-reset-done = “{ $lesson }” begins anew when it is opened.
class-device-reset-failed = “{ $lesson }” was not started anew
class-device-inject = Make something go wrong
class-device-inject-hint = In the lesson open in this tab, “{ $lesson }”. It is recorded like any command: the learner goes on with it, and the collection says that a fault was injected.
class-device-inject-none = To make something go wrong, open the lesson in this tab first, then come back to this page.
class-device-job = Job
class-device-fault = What goes wrong
class-device-drive = Drive
class-device-drive-no = Drive { $no }
class-device-give = Make it go wrong
class-device-given = Done: { $what }
class-device-not-given = Nothing was changed
class-fault-lost = The parcel to the data centre is lost
class-fault-corrupt = Some files of a drive cannot be copied
class-fault-unreadable = A drive cannot be read
class-fault-bitlocker = The BitLocker key does not unlock a drive
class-fault-address = The return address turns out to be wrong
class-fault-expire = The service deletes the job a day from now

## The gallery
gallery = Gallery
gallery-intro = For designers, and for those who build the portal: every part of the interface in every state. Each has an address of its own, so that a remark, a picture or a test can point at exactly this.
gallery-all = All parts
gallery-more = In detail
gallery-alone = Lies over the page, so it is shown at its own address.
gallery-missing = The gallery has no such part, or the part has no such state.
gallery-controls = Controls
gallery-dialogs = Dialogs
gallery-feedback = Messages
gallery-patterns = Fields, tables and other patterns
gallery-tokens = Tokens it uses: { $count }
gallery-tokens-hint = Found in the style sheets of this page: each custom property that a rule for these elements asks for, with its value now.
gallery-state-rest = At rest
gallery-state-focus = With the focus
gallery-state-primary = Primary
gallery-state-danger = Dangerous
gallery-state-refused = Refused, with a reason
gallery-state-busy = Being carried out
gallery-state-invalid = With a mistake
gallery-state-chosen = Chosen
gallery-state-changed = Just changed
gallery-state-open = Open
gallery-state-wide = Open, wide
gallery-state-side = Open, at the side
gallery-state-full = Open, over everything
gallery-state-empty = Empty
gallery-state-frozen = Stopped
gallery-state-success = Good news
gallery-state-warning = Warning
gallery-state-long = Long text
gallery-sub = A sentence that stands for any other.
gallery-long = A text as long as the longest: the-name-of-a-job-may-have-sixty-three-characters-and-no-gap-at-all, and other languages need two fifths more room than English for what they say.
gallery-refused = This job can’t be deleted while its drives are on their way. Only jobs in Creating or Completed can be deleted.
gallery-busy = This is being carried out. Wait until it is done.
gallery-pressed = Pressed. In the gallery nothing is changed.
gallery-held-back = In the gallery nothing is cancelled or deleted. The question is closed.
gallery-question = Delete this job?
gallery-news = Something has happened
gallery-again = Try again
gallery-live = Nothing is to be seen of this: screen readers hear it.
gallery-live-polite = Say it when there is time
gallery-live-urgent = Say it at once
gallery-tabs = Tabs of the gallery
gallery-tab-wrong = { $name }, with a mistake
gallery-value = contoso-archive-2019
gallery-hint = What helps to fill this in.
gallery-wrong = Something is wrong with this form
gallery-settings = Gallery
gallery-settings-hint = For designers: every part of the interface in every state, other brands, text sizes and directions.
gallery-settings-link = Open the gallery

# Widths
widths = Widths side by side
widths-link = Show a page at several widths side by side
widths-hint = Each frame is the portal itself, at work in the workspace of this tab: what is done in one is seen in all. Overrides of the look hold in all of them.
widths-page = Page
widths-widths = Widths
widths-pixels = { $width } px
widths-frame = { $page }, { $width }
widths-none = Choose at least one width.

## The look
look = Look
look-hint = For this tab alone, and in its address: whoever gets the link sees the same. Your settings stay as they are.
look-off = All off
look-usual = As set
look-density = Density
look-comfortable = Comfortable
look-compact = Compact
look-direction = Direction
look-ltr = Left to right
look-rtl = Right to left
look-text = Size of text
look-percent = { $percent } %
look-brand = Brand
look-harbour = Harbour
look-ember = Ember
look-pseudo = Pseudo-language: long, with accents
look-colours = Colours
look-measures = Lengths and numbers
look-light = { $token }, light theme
look-dark = { $token }, dark theme
look-as-text = { $label }, as text
look-undo = Undo the change of { $token }
look-undo-all = Undo all changes of tokens
look-colour-wrong = Write a colour as #rrggbb.
look-measure-wrong = Write a number, alone or with rem, em, px or s.
look-contrast = { $count ->
    [0] Contrast: every pair is read well
    [one] Contrast: one pair is too weak
   *[other] Contrast: { $count } pairs are too weak
}
look-contrast-hint = WCAG 2.2 AA: 4.5 for text, 3 for lines and marks. Changes of the colours are not used in the theme with high contrast.
look-pair = { $upon } on { $below }
look-light-passes = Light { $ratio }: passes
look-light-fails = Light { $ratio }: fails
look-dark-passes = Dark { $ratio }: passes
look-dark-fails = Dark { $ratio }: fails
look-css = Style sheet of what is changed
look-css-hint = Put it at the end of style/tokens.css, or in a file behind it.
look-css-copy = Copy the style sheet

## Presenter
present = Presenter
present-settings = Present
present-settings-hint = For a talk or a stand: large type, no frame, and a recording played stop by stop with captions. Leave it with Esc.
present-this = Present this workspace
present-play-demo = Play “{ $demo }”
present-demo-cancel = Cancel, then delete
present-demo-left-alone = A lost parcel, left alone
present-caption = Caption
present-controls = Playing
present-first = First stop
present-previous = Previous stop
present-next = Next stop
present-last = Last stop
present-play = Play by itself
present-halt = Halt
present-place = Stop { $number } of { $count }
present-trying = You are trying it yourself
present-progress = Until the next stop
present-pace = Seconds a stop
present-follow = Show the job of each stop
present-restore = Start over
present-restored = The demo is at its beginning again.
present-not-restored = The demo was not started over
present-try = Try it from here
present-diagram = State diagram, full screen
present-frame = Show the frame
present-larger = Larger type
present-smaller = Smaller type
present-leave = Leave the presenter
present-keys = Keys: Page Down and Page Up or → and ← step, K plays, D shows the diagram, R starts over, M shows the frame, + and - change the type, Esc leaves.
present-more = More
present-now = { $moment }
present-gone = Deleted
present-none = This workspace is not recorded, so there is nothing to play. Type and frame are set for a talk; choose a demo to play, or record the workspace in the settings.
present-damaged = This recording cannot be played: { $why }
present-broken-demo = This demo cannot be carried out by the rules of this version.
present-no-stop = This recording cannot be shown at this stop: { $why }
present-strange = Part of the link was not understood and has no effect: { $what }
present-not-opened = The demo was not opened
present-in-memory = Nothing is kept in this browser, so the demo would take the place of your workspace. Open its link in a new tab instead: { $link }
present-idle = Nobody has touched the demo for a while. It starts over in { $seconds } seconds. Press any key or touch the page to go on.
present-idle-count = { $seconds } s
present-idle-go-on = Go on
present-idle-hold = Starts over after { $seconds } s without a touch
present-idle-off = Starting over by itself needs a recording; this workspace has none.
present-idle-restored = Nobody was there, so the demo is at its beginning again.
present-beginning = The story begins
present-why-beginning = These jobs are imaginary. Nothing that happens here touches a real drive or a real account.
present-passed = It is { $moment }
present-why-passed = Time has passed, and none of these jobs has changed its state.
present-refused = { $job }: the request is refused
present-refused-delete = Deleting { $job } is refused
present-refused-cancel = Cancelling { $job } is refused
present-copy-stopped = { $job }: copying stopped
present-overdue = { $job }: the parcel is overdue
present-why-put = The job waits for its drives. It can still be changed, cancelled and deleted; if nobody does anything, the service deletes it after 14 days.
present-why-patch = What may be changed depends on the state that the job is in. A refused change changes nothing.
present-why-ship = The drives are on their way. From now on the job cannot simply be deleted, because it has drives that must come back.
present-why-cancel = A cancel is a request. The job keeps its state until the service has done what it still can.
present-why-delete = It is gone for good: from the list, from its own link and from the API. Only the activity log keeps its lines.
present-why-rules = Microsoft’s own texts disagree on when a job may be cancelled. These rules decide from now on.
present-why-inject = This goes wrong on purpose, to show what the service does then.
present-why-rewind = Only a simulation can do that. What comes from here on is another story.
present-why-clock = Only the clock of the simulation changes. No job does.
present-why-received = The parcel is in the data center. Copying begins when its turn comes.
present-why-transferring = The drives are copied one after another. Whoever wants to stop that asks for a cancel.
present-why-packaging = Nothing is copied any more. The drives are packed and sent back.
present-why-completed = The job has ended, so it may be deleted now. If nobody does, the service deletes it after 90 days.
present-why-closed = The job has ended without success. Nobody may delete it; the service does after 90 days.
present-why-faulted = Something is in the way. The job goes on when somebody answers within 30 days; otherwise it is closed.
present-why-recovered = Somebody has answered in time, and the job goes on where it stood.
present-why-copy-stopped = The cancel is carried out. What is copied so far stays in the account, and the drives go back.
present-why-overdue = The service looks for the parcel before it gives up, 30 days from now.
present-why-deleted = Nobody had to ask: its time was up. The list, its own link and the API know it no longer.
present-why-drive = The copy goes on drive by drive. The state of the job stays the same.
key-present = Present: large type, no frame
## Prototype: what a call meets (in any language)
not-done-offline = There was no connection. Nothing was sent and nothing has changed. Try again.
not-done-cut = The answer broke off before it was complete. What you see here is how things stand now. Check it before you try again; asking a second time does no harm.
override-401 = You are not signed in any more. The request was not carried out. Sign in, then try again.
override-403 = You do not have permission for this. The request was not carried out. Ask an owner of the subscription for access.
override-404 = The service did not find it. The request was not carried out. It may have been deleted.
override-409 = Something else is being done to it at the moment. The request was not carried out. Try again in a moment.
override-412 = It has changed since it was read. The request was not carried out. Read it again, then try again.
override-429 = Too many requests came in a short time. This one was not carried out. Try again in 5 seconds.
override-500 = The service failed before it did anything. The request was not carried out. Try again.
override-503 = The service is not available at the moment. The request was not carried out. Try again in 5 seconds.

## Prototype: waiting
hold-waiting = Waiting for the service…
hold-long = The service has not answered for a while. You can keep waiting, try again, or go to another page.
hold-failed = This page could not be loaded
hold-unknown = Nothing is known about what it would show. Nothing has changed.
hold-again = Try again
hold-loaded = The page is loaded.
pending-calls = { $count ->
    [one] Waiting for an answer
   *[other] Waiting for { $count } answers
  }
pending-twice = You have asked for this already. The answer is still on its way.

## Prototype: panel
prototype = Prototype
prototype-intro = Overrides for trying out the interface. They count in this tab alone, and its address carries them.
prototype-close = Close the panel
prototype-badge = { $count ->
    [one] Overrides: { $count }
   *[other] Overrides: { $count }
  }
prototype-off = All off
prototype-off-done = All overrides are off.
prototype-strange = Not understood, and left out: { $what }
prototype-sections = Kinds of overrides
prototype-network = Network
prototype-data = Data
prototype-pins = Pins
prototype-link = Link
prototype-remove = Remove { $what }
prototype-add = Add
network-intro = The portal, the REST console and scripts meet the same network.
network-latency = Latency
network-latency-none = None
network-millis = { $millis } ms
network-latency-own = Other…
network-latency-millis = Latency in milliseconds
network-jitter = Jitter in milliseconds, more or less
network-apply = Set
network-invalid = Enter a whole number from { $least } to { $most }.
network-rules = Outcomes
network-rules-none = Every call is answered as usual.
network-scope = Operation
network-every = Every operation
network-outcome = Outcome
network-cut = Answer breaks off
network-never = Never answered
network-offline = No connection
network-when = When
network-always = Always
network-next = The next call
network-nth = The nth call
network-percent = Some calls, by the seed
network-number = Number of the call
network-share = Share in per cent
network-seed = Seed
network-seed-hint = The same seed gives the same latencies and outcomes in the same order.
network-rule = { $outcome }: { $operation }, { $when }
network-rule-always = always
network-rule-call = call { $number }
network-rule-percent = { $share } % of calls
network-latency-of = { $millis } ms: { $operation }
network-met = { $count ->
    [one] One call so far. Met an override: { $met }.
   *[other] { $count } calls so far. Met an override: { $met }.
  }
network-held = { $count ->
    [one] One call is held back.
   *[other] { $count } calls are held back.
  }
network-release = Release
data-intro = These jobs are in a workspace of their own. Your own workspace stays as it is.
data-count = Number of jobs
data-texts = Texts
data-texts-usual = As in the scenario
data-texts-longest = As long as possible
data-texts-unbreakable = Words that cannot break
data-texts-emoji = Emoji
data-texts-rtl = Right to left
data-drives = Drives of a job
data-drives-usual = As in the scenario
data-drives-none = None yet
data-drives-most = Ten
data-job = Job
data-state = State
data-set = Set the state
data-copy = Duplicate
data-open = Open these jobs
data-anew = Start these jobs over
data-none = Open these jobs first. Then any of them can be set to any state or duplicated.
data-unknown = These jobs do not exist and were left out: { $names }
data-not-opened = The jobs were not opened
pins-intro = Numbered notes on controls, for a review or for questions in a test. They are in the link and in the file.
pins-control = Control
pins-job = Job
pins-note = Note
pins-none = There are no pins yet.
pins-go = Go to pin { $number }
pins-not-here = Pin { $number } is on a control that this page does not show.
pins-pin = pin { $number }
pins-invalid = Enter a note of at most { $most } characters.
control-create = Create: link in the navigation
control-jobs = Jobs: link in the navigation
control-activity = Activity log: link in the navigation
control-console = REST console: link in the navigation
control-settings = Settings: link in the navigation
control-clock = Clock: jumps of time
control-timeline = Timeline
control-row = Job: its name in the list
control-cancel = Job: Cancel
control-delete = Job: Delete
control-tracking = Job: Tracking tab
control-drives = Job: Drives tab
control-keys = Job: Keys tab
link-intro = This link opens exactly this page with exactly these overrides. What was done in the workspace is not in it.
link-link = Link to exactly this
link-save = Save as a file
link-open = Open a file
link-opened = The overrides of the file are on.
link-not-opened = The file was not opened
link-not-opened-text = It is no file of overrides. Nothing has changed.
key-prototype = Open or close the Prototype panel
cap-control = Ctrl
prototype-overrides = Overrides
prototype-look = Look

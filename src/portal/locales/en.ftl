### English. One message a line; `{ $name }` is filled in. The other languages have the same keys.

## The product
product-name = Import/Export mock portal
product-disclaimer = An unaffiliated training mock. Not connected to Azure.

## Job states, as the service names them
state-creating = Creating
state-shipping = Shipping
state-received = Received
state-transferring = Transferring
state-packaging = Packaging
state-completed = Completed
state-closed = Closed
state-faulted = Faulted

## Frame
language-name = English
nav-jobs = Import/Export jobs
nav-create = Create a job
nav-activity = Activity log
nav-console = REST console
nav-settings = Settings

## Pages that are not there
no-such-page-title = There is no such page
no-such-page-text = The address does not lead to any page of this portal. Nothing has been changed.

## Refusals: the same sentences behind a disabled button and a 409 of the API
list-comma = { $left }, { $right }
list-or = { $left } or { $right }
refusal-cancel = The job is in { $state } and cannot be canceled: by the rule set { $rules } that is possible only in { $allowed }.
refusal-delete = The job is in { $state } and cannot be deleted: by the rule set { $rules } that is possible only in { $allowed }.
refusal-replace = The job is in { $state } and cannot be replaced: by the rule set { $rules } that is possible only in { $allowed }.
refusal-ship = The job is in { $state } and cannot be marked as shipped: by the rule set { $rules } that is possible only in { $allowed }.
refusal-edit-drives = The job is in { $state } and its drives cannot be changed: by the rule set { $rules } that is possible only in { $allowed }.
refusal-edit-delivery = The job is in { $state } and its tracking information cannot be changed: by the rule set { $rules } that is possible only in { $allowed }.
refusal-edit-logging = The job is in { $state } and its log settings cannot be changed: by the rule set { $rules } that is possible only in { $allowed }.
refusal-edit-return = The job is in { $state } and its return address and return carrier cannot be changed: by the rule set { $rules } that is possible only in { $allowed }.
refusal-edit-tags = The job is in { $state } and its tags cannot be changed: by the rule set { $rules } that is possible only in { $allowed }.
refusal-cancel-pending = The job is in { $state } and cancel has been requested: by the rule set { $rules } a job with a pending cancel cannot be marked as shipped in any state.

## API: what is wrong with a field, in the API's details and beside the field
invalid-missing = This value is required.
invalid-too-long = At most { $max } characters are allowed.
invalid-too-short = At least { $min } characters are needed.
invalid-control-characters = Control characters are not allowed.
invalid-not-one-of = Allowed values: { $values }.
invalid-out-of-range = The value must be from { $min } to { $max }.
invalid-duplicate = This is given more than once.
invalid-not-allowed-here = This cannot be set here.
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

## API: errors
error-api-version-missing = The query needs an api-version: { $versions }.
error-api-version-invalid = The api-version “{ $given }” is not known; use one of { $versions }.
error-no-such-path = There is nothing at this path.
error-no-such-job = There is no job named “{ $name }”.
error-no-such-location = There is no location named “{ $name }”.
error-method-not-allowed = This path answers only { $methods }.
error-too-large = The request content has more than { $max } bytes.
error-not-json = The request content is not JSON.
error-one-field = The request is not valid. { $target }: { $problem }
error-fields = The request is not valid in { $count } places; see the details.
error-skip-token = This is not a skip token of this list.
filter-syntax = The filter cannot be understood at character { $place }; an example of what can be is state eq 'Creating' and jobType eq 'Import'.
filter-field = Jobs cannot be filtered by “{ $name }”, only by { $fields }.
filter-too-large = The filter is too long or nested too deeply.

## API: the operations it lists
operations-locations = Locations
operations-jobs = Jobs
operation-locations-read = Get or list locations
operation-locations-read-text = Reads one location or all of them.
operation-jobs-read = Get or list jobs
operation-jobs-read-text = Reads one job or all jobs of a subscription or resource group.
operation-jobs-write = Create or update job
operation-jobs-write-text = Makes a job, or changes, ships or cancels one.
operation-jobs-delete = Delete job
operation-jobs-delete-text = Deletes a job.
operation-jobs-keys = List BitLocker keys
operation-jobs-keys-text = Reads the keys that unlock the drives of a job.

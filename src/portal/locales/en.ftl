### English. One message a line; `{ $name }` is filled in. The other languages have the same keys.

## The product
product-name = Import/Export mock portal
product-disclaimer = An unaffiliated training mock. Not connected to Azure.

## Refusals: the same sentences behind a disabled button and a 409 of the API
action-cancel = Cancel

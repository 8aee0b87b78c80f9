### Türkçe.

## The product
product-name = İçeri/Dışarı Aktarma sahte portalı
product-disclaimer = Bağımsız bir eğitim benzetimi. Azure'a bağlı değildir.

## Refusals
action-cancel = İptal et

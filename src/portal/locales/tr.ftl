### Türkçe.

## The product
product-name = İçeri/Dışarı Aktarma sahte portalı
product-disclaimer = Bağımsız bir eğitim benzetimi. Azure'a bağlı değildir.

## Job states
state-creating = Oluşturuluyor
state-shipping = Sevk ediliyor
state-received = Teslim alındı
state-transferring = Aktarılıyor
state-packaging = Paketleniyor
state-completed = Tamamlandı
state-closed = Kapatıldı
state-faulted = Hatalı

## Frame
language-name = Türkçe
nav-jobs = İçeri/Dışarı Aktarma işleri
nav-create = İş oluştur
nav-activity = Etkinlik günlüğü
nav-console = REST konsolu
nav-settings = Ayarlar

## Pages that are not there
no-such-page-title = Böyle bir sayfa yok
no-such-page-text = Bu adres portalın hiçbir sayfasına götürmüyor. Hiçbir şey değiştirilmedi.

## Refusals
list-comma = { $left }, { $right }
list-or = { $left } veya { $right }
refusal-cancel = İş “{ $state }” durumunda olduğu için iptal edilemez; { $rules } kurallarına göre bu yalnızca şu durumlarda mümkündür: { $allowed }.
refusal-delete = İş “{ $state }” durumunda olduğu için silinemez; { $rules } kurallarına göre bu yalnızca şu durumlarda mümkündür: { $allowed }.
refusal-replace = İş “{ $state }” durumunda olduğu için yenisiyle değiştirilemez; { $rules } kurallarına göre bu yalnızca şu durumlarda mümkündür: { $allowed }.
refusal-ship = İş “{ $state }” durumunda olduğu için sevk edildi olarak işaretlenemez; { $rules } kurallarına göre bu yalnızca şu durumlarda mümkündür: { $allowed }.
refusal-edit-drives = İş “{ $state }” durumunda olduğu için sürücüleri değiştirilemez; { $rules } kurallarına göre bu yalnızca şu durumlarda mümkündür: { $allowed }.
refusal-edit-delivery = İş “{ $state }” durumunda olduğu için takip bilgileri değiştirilemez; { $rules } kurallarına göre bu yalnızca şu durumlarda mümkündür: { $allowed }.
refusal-edit-logging = İş “{ $state }” durumunda olduğu için günlük ayarları değiştirilemez; { $rules } kurallarına göre bu yalnızca şu durumlarda mümkündür: { $allowed }.
refusal-edit-return = İş “{ $state }” durumunda olduğu için iade adresi ve taşıyıcısı değiştirilemez; { $rules } kurallarına göre bu yalnızca şu durumlarda mümkündür: { $allowed }.
refusal-edit-tags = İş “{ $state }” durumunda olduğu için etiketleri değiştirilemez; { $rules } kurallarına göre bu yalnızca şu durumlarda mümkündür: { $allowed }.
refusal-cancel-pending = İş “{ $state }” durumunda ve iptali istenmiş; { $rules } kurallarına göre iptali bekleyen bir iş hiçbir durumda sevk edildi olarak işaretlenemez.

## API
invalid-missing = Bu değer gerekli.
invalid-too-long = En çok { $max } karakter girilebilir.
invalid-too-short = En az { $min } karakter gerekli.
invalid-control-characters = Denetim karakterleri kullanılamaz.
invalid-not-one-of = İzin verilen değerler: { $values }.
invalid-out-of-range = Değer { $min } ile { $max } arasında olmalı.
invalid-duplicate = Bu birden çok kez verilmiş.
invalid-not-allowed-here = Bu burada ayarlanamaz.
invalid-type-string = Burada bir JSON dizesi bekleniyor.
invalid-type-boolean = Burada true veya false bekleniyor.
invalid-type-integer = Burada bir tam sayı bekleniyor.
invalid-type-object = Burada bir JSON nesnesi bekleniyor.
invalid-type-array = Burada bir JSON dizisi bekleniyor.
invalid-form-job-name = Harf, rakam ve kısa çizgi kullanın; ilk ve son karakter harf veya rakam olmalı.
invalid-form-subscription = Abonelik kimliği 8-4-4-4-12 düzeninde onaltılık basamaklardan oluşur.
invalid-form-group = Harf, rakam, alt çizgi, kısa çizgi, nokta ve ayraç kullanın; son karakter nokta olamaz.
invalid-form-storage-account = Bu, bir depolama hesabının kaynak kimliği değil.
invalid-form-email = Bu bir e-posta adresi değil.

## API: hatalar
error-api-version-missing = Sorguda api-version gerekli: { $versions }.
error-api-version-invalid = “{ $given }” bilinen bir api-version değil; şunlardan birini kullanın: { $versions }.
error-no-such-path = Bu yolda bir şey yok.
error-no-such-job = “{ $name }” adında bir iş yok.
error-no-such-location = “{ $name }” adında bir konum yok.
error-method-not-allowed = Bu yol yalnızca şu yöntemleri yanıtlar: { $methods }.
error-too-large = İstek içeriği { $max } bayttan büyük.
error-not-json = İstek içeriği JSON değil.
error-one-field = İstek geçerli değil. { $target }: { $problem }
error-fields = İstek { $count } yerde geçerli değil; ayrıntılara bakın.
error-skip-token = Bu, bu listenin bir atlama belirteci değil.
filter-syntax = Süzgeç { $place }. karakterde anlaşılamıyor; anlaşılabilecek bir örnek: state eq 'Creating' and jobType eq 'Import'.
filter-field = İşler “{ $name }” alanına göre süzülemez; kullanılabilecek alanlar: { $fields }.
filter-too-large = Süzgeç çok uzun veya çok derin iç içe.

## API: listelediği işlemler
operations-locations = Konumlar
operations-jobs = İşler
operation-locations-read = Konumu al veya konumları listele
operation-locations-read-text = Bir konumu veya tüm konumları okur.
operation-jobs-read = İşi al veya işleri listele
operation-jobs-read-text = Bir işi veya bir aboneliğin ya da kaynak grubunun tüm işlerini okur.
operation-jobs-write = İş oluştur veya güncelleştir
operation-jobs-write-text = Bir iş oluşturur; bir işi değiştirir, sevk edildi olarak işaretler veya iptal eder.
operation-jobs-delete = İşi sil
operation-jobs-delete-text = Bir işi siler.
operation-jobs-keys = BitLocker anahtarlarını listele
operation-jobs-keys-text = Bir işin sürücülerini açan anahtarları okur.

### Türkçe.

## The product
product-name = İçeri/Dışarı Aktarma simülasyon portalı
product-disclaimer = Bağımsız bir eğitim simülasyonu. Azure ile bağlantısı yoktur.

## Job states
state-creating = Oluşturuluyor
state-shipping = Sevk ediliyor
state-received = Teslim alındı
state-transferring = Aktarılıyor
state-packaging = Paketleniyor
state-completed = Tamamlandı
state-closed = Kapatıldı
state-faulted = Hatalı

## The language itself
language-name = Türkçe

## Frame
nav-jobs = İçeri/Dışarı Aktarma işleri
nav-create = İş oluştur
nav-activity = Etkinlik günlüğü
nav-console = REST konsolu
nav-settings = Ayarlar

## Pages that are not there
no-such-page-title = Böyle bir sayfa yok
no-such-page-text = Bu adreste portala ait bir sayfa yok. Hiçbir şey değiştirilmedi.

## Refusals
list-comma = { $left }, { $right }
list-or = { $left } veya { $right }
refusal-cancel = Bu iş “{ $state }” durumundayken iptal edilemez. Yalnızca { $allowed } durumundaki işler iptal edilebilir. Kural kümesi: { $rules }.
refusal-delete = Bu iş “{ $state }” durumundayken silinemez. Yalnızca { $allowed } durumundaki işler silinebilir. Kural kümesi: { $rules }.
refusal-replace = Bu iş “{ $state }” durumundayken yenisiyle değiştirilemez. Yalnızca { $allowed } durumundaki işler değiştirilebilir. Kural kümesi: { $rules }.
refusal-ship = Bu iş “{ $state }” durumundayken sevk edildi olarak işaretlenemez. Yalnızca { $allowed } durumundaki işler işaretlenebilir. Kural kümesi: { $rules }.
refusal-edit-drives = Bu işin sürücüleri “{ $state }” durumundayken değiştirilemez. Yalnızca şu durumda değiştirilebilir: { $allowed }. Kural kümesi: { $rules }.
refusal-edit-delivery = Bu işin takip bilgileri “{ $state }” durumundayken değiştirilemez. Yalnızca şu durumda değiştirilebilir: { $allowed }. Kural kümesi: { $rules }.
refusal-edit-logging = Bu işin günlük ayarları “{ $state }” durumundayken değiştirilemez. Yalnızca şu durumda değiştirilebilir: { $allowed }. Kural kümesi: { $rules }.
refusal-edit-return = Bu işin iade adresi ve iade taşıyıcısı “{ $state }” durumundayken değiştirilemez. Yalnızca şu durumda değiştirilebilir: { $allowed }. Kural kümesi: { $rules }.
refusal-edit-tags = Bu işin etiketleri “{ $state }” durumundayken değiştirilemez. Yalnızca şu durumda değiştirilebilir: { $allowed }. Kural kümesi: { $rules }.
refusal-cancel-pending = Bu iş “{ $state }” durumunda ve iptal isteği bekliyor. İptal isteği bekleyen bir iş hiçbir durumda sevk edildi olarak işaretlenemez. Kural kümesi: { $rules }.

## API
invalid-missing = Bu değer gerekli.
invalid-too-long = En fazla { $max } karakter girilebilir.
invalid-too-short = En az { $min } karakter girilmeli.
invalid-control-characters = Denetim karakterleri kullanılamaz.
invalid-not-one-of = İzin verilen değerler: { $values }.
invalid-out-of-range = Değer { $min } ile { $max } arasında olmalı.
invalid-duplicate = Bu değer birden çok kez girilmiş.
invalid-not-allowed-here = Bu değer burada ayarlanamaz.
invalid-type-string = Burada bir JSON dizesi bekleniyor.
invalid-type-boolean = Burada true veya false bekleniyor.
invalid-type-integer = Burada bir tam sayı bekleniyor.
invalid-type-object = Burada bir JSON nesnesi bekleniyor.
invalid-type-array = Burada bir JSON dizisi bekleniyor.
invalid-form-job-name = Harf, rakam ve kısa çizgi kullanın; ilk ve son karakter harf veya rakam olmalı.
invalid-form-subscription = Abonelik kimliği 8-4-4-4-12 düzeninde onaltılık basamaklardan oluşur.
invalid-form-group = Harf, rakam, alt çizgi, kısa çizgi, nokta ve parantez kullanın; son karakter nokta olamaz.
invalid-form-storage-account = Bu, bir depolama hesabının kaynak kimliği değil.
invalid-form-email = Bu bir e-posta adresi değil.

## API: hatalar
error-api-version-missing = Sorguda api-version gerekli: { $versions }.
error-api-version-invalid = “{ $given }” bilinen bir api-version değil; şunlardan birini kullanın: { $versions }.
error-no-such-path = Bu yolda bir şey yok.
error-no-such-job = “{ $name }” adında bir iş yok.
error-no-such-location = “{ $name }” adında bir bölge yok.
error-method-not-allowed = Bu yol yalnızca şu yöntemleri yanıtlar: { $methods }.
error-too-large = İstek içeriği { $max } KB’den büyük.
error-not-json = İstek içeriği JSON değil.
error-spent = Yeni bir iş ya da günlük satırı için numara kalmadı. Hiçbir şey değiştirilmedi. Çalışma alanını baştan başlatın.
error-one-field = İstek geçerli değil. { $target }: { $problem }
error-fields = İstekte { $count } geçersiz alan var. Ayrıntılarda her biri belirtiliyor.
error-skip-token = Bu atlama belirteci bu listeye ait değil.
filter-syntax = Filtrenin { $place }. karakterinde hata var. Geçerli bir örnek: state eq 'Creating' and jobType eq 'Import'.
filter-field = İşler “{ $name }” alanına göre filtrelenemez. Kullanılabilecek alanlar: { $fields }.
filter-too-large = Filtre çok uzun veya iç içe çok fazla koşul içeriyor.

## API: listelediği işlemler
operations-locations = Bölgeler
operations-jobs = İşler
operation-locations-read = Bölgeyi al veya bölgeleri listele
operation-locations-read-text = Bir bölgeyi veya tüm bölgeleri okur.
operation-jobs-read = İşi al veya işleri listele
operation-jobs-read-text = Bir işi veya bir aboneliğin ya da kaynak grubunun tüm işlerini okur.
operation-jobs-write = İş oluştur veya güncelle
operation-jobs-write-text = Bir işi oluşturur, değiştirir, sevk edildi olarak işaretler veya iptal eder.
operation-jobs-delete = İşi sil
operation-jobs-delete-text = Bir işi siler.
operation-jobs-keys = BitLocker anahtarlarını listele
operation-jobs-keys-text = Bir işin sürücülerini açan anahtarları okur.

## Job page: çerçeve
job-kind-import = İçeri aktarma işi
job-kind-export = Dışarı aktarma işi
job-commands = Komutlar
job-refresh = Yenile
job-refreshed = { $name } güncel.
job-tabs = İşin bölümleri
job-tab-overview = Genel bakış
job-tab-tracking = Takip bilgileri
job-tab-drives = Sürücüler
job-tab-keys = Şifreleme anahtarları
job-tab-json = JSON
job-tab-calls = Çağrılar

## Job page: böyle bir iş yok
job-missing-title = Böyle bir iş yok
job-missing-text = “{ $group }” kaynak grubunda “{ $name }” adında bir iş yok. Silinmiş olabilir. Silinen bir iş geri getirilemez.
job-yes = Evet
job-no = Hayır
job-all-jobs = Tüm işler

## Job page: şu anda ne oluyor
job-cancel-asked = İptal istendi: { $when }
job-cancel-show = Diyagramda göster
job-fault-address = Operatörlerin geçerli bir iade adresine ihtiyacı var
job-fault-address-text = İade adresi geçerli olmadığı için sürücüler geri gönderilemiyor. Adresi düzeltin; iş bir saat içinde devam eder.
job-fault-drive = Operatörler bir sürücüyü okuyamıyor
job-fault-drive-text = { $drive } sürücüsü okunamıyor. Sizin bir şey yapmanız gerekmiyor. Hizmet birkaç gün içinde bu sürücü olmadan devam eder ve iş “Kapatıldı” durumuyla sonuçlanır.
job-overdue = Gönderi 14 gün içinde gelmedi
job-overdue-text = Takip numarası yanlışsa düzeltin. Yanıt gelmezse hizmet, operatörlere haber verildikten 30 gün sonra işi kapatır.
job-to-tracking = Takip bilgilerini aç
job-cancel-more = Ayrıntılar
job-cancel-pending = İptal { $when } tarihinde istendi ve henüz yerine getirilmedi. Yeni bir istek hiçbir şeyi değiştirmez.
job-shipped-already = İş { $when } tarihinde sevk edildi olarak işaretlendi. İş “Sevk ediliyor” durumundayken takip bilgileri yine değiştirilebilir.
job-why = Bu işin “{ $state }” olmasının nedeni
job-why-answer-by = Yanıt gelmezse hizmet işi şu tarihte kapatır: { $when }.
job-why-deleted = Hizmet işi şu tarihte siler: { $when }.
job-why-log = Hata günlüğünü aç
job-why-lost = Gönderi hiç gelmedi ve 30 gün boyunca kimse yanıt vermedi. Gönderiyi taşıyıcıya sorun, sonra sürücüleri için yeni bir iş oluşturun.
job-why-address = Sürücüler geri gönderilemedi. İade adresi geçerli değildi ve 30 gün boyunca düzeltilmedi. Geçerli bir adresle yeni bir iş oluşturun.
job-why-key = BitLocker anahtarı { $drive } sürücüsünü açmadı. Bu sürücüde hiçbir şey kopyalanmadı. Doğru anahtarla yeni bir iş oluşturun.
job-why-unreadable = { $drive } sürücüsü okunamıyor. Bu sürücüde hiçbir şey kopyalanmadı. Sürücüyü denetleyin veya değiştirin, sonra onun için yeni bir iş oluşturun.
job-why-files = { $drive } sürücüsündeki bazı dosyalar kopyalanamadı. Hata günlüğünde bu dosyaların adları yazıyor. Bu dosyalar için yeni bir iş oluşturun.
job-why-never-came = { $drive } sürücüsü gönderide yoktu ve sonradan da gelmedi. Taşıyıcıya sorun, sonra bu sürücü için yeni bir iş oluşturun.

## Job page: genel bakış
job-essentials = Temel bilgiler
job-essential-id = Kaynak kimliği
job-essential-subscription = Abonelik
job-essential-group = Kaynak grubu
job-essential-location = Bölge
job-essential-account = Depolama hesabı
job-essential-type = Tür
job-essential-created = Oluşturulma zamanı
job-essential-state = İş durumu
job-essential-percent = Tamamlanma yüzdesi
job-essential-tags = Etiketler
job-essential-diagnostics = Tanılama yolu
job-essential-log-level = Günlük düzeyi
job-essential-backup = Manifest dosyalarını yedekle
job-essential-exported = Dışarı aktarılanlar
job-essential-drives = Sürücüler
job-export-all = Depolama hesabındaki her şey
job-export-blob = { $path } blobu
job-export-prefix = { $prefix } ön ekiyle başlayan her şey
job-export-list = { $path } dosyasında listelenenler
job-may = Kullanılabilir işlemler
job-may-change-rules = Değiştir
job-may-rule-set = Kural kümesi: { $rules }. Microsoft’un belgeleri bazı kurallarda çelişir; hangisine uyulduğunu kural kümesi söyler.
job-may-where = Yapılabildiği durumlar: { $states }.
job-may-see = Kuralı diyagramda göster
job-may-see-of = Kuralı diyagramda göster: { $action }
job-step-skipped = Atlandı
job-step-cut-short = Kopyalama { $percent } tamamlandığında durduruldu
job-step-cut-unsent = Burada iptal edildi
job-may-console = REST konsolunda aç
job-may-console-of = REST konsolunda aç: { $action }
edit-save = Kaydet
edit-tags-done = { $name } işinin etiketleri güncellendi
edit-logging-done = { $name } işinin günlük ayarları güncellendi

## Job page: eylemler
action-cancel = İptal et
action-delete = Sil
action-replace = Yenisiyle değiştir
action-ship = Sevk edildi olarak işaretle
action-edit-drives = Sürücüleri değiştir
action-edit-delivery = Takip bilgilerini değiştir
action-edit-logging = Günlük ayarlarını değiştir
action-edit-return = İade adresini ve taşıyıcıyı değiştir
action-edit-tags = Etiketleri değiştir

## Job page: durum diyagramı
job-diagram = Durum diyagramı
job-diagram-label = Durum diyagramı: iş “{ $state }” durumunda. Aşağıdaki tablo aynı bilgiyi yazıyla verir.
job-legend-visited = Geçildi
job-legend-now = Şu anki
job-legend-next = Sırada olabilir
job-legend-later = Ulaşılmadı
job-legend-cancel = İptal edilebilir
job-legend-delete = Silinebilir
job-states = Her durumda yapılabilecekler
job-states-state = Durum
job-states-where = Bu iş
job-states-allows = Yapılabilecekler
job-states-rule = Vurgulananlar: “{ $action }” eyleminin yapılabildiği durumlar.
job-states-here = Şu anki durum; başlangıcı: { $when }.
job-states-was = { $from } ile { $until } arasında bu durumdaydı.
job-states-next = Sıradaki durum olabilir.
job-states-expected = Beklenen tarih: { $when }.
job-states-not = Ulaşılmadı.
job-states-leads = Buradan şu durumlara geçilebilir: { $states }.
job-states-expires = Bu durumdaki son değişiklikten 14 gün sonra hizmet tarafından silinir.
job-states-end = 90 gün sonra hizmet tarafından silinir.
job-deleted = Silindi
job-deleted-text = İş artık hiçbir yerde yok: listede, aramada, sayfasında ve REST API’de görünmez. Hiçbir şey onu geri getirmez.
job-deleted-expected = Hizmet bu işi şu tarihte siler: { $when }.
job-diagram-hint = Anlamını okumak için bir kutunun ya da okun üzerine gelin veya ok tuşlarını kullanın.
job-diagram-parts = Durumlar ve geçişler
job-diagram-full = Tam ekran
job-way = { $from } → { $to }
way-marked-shipped = sevk edildi
way-marked-shipped-text = Müşteri işi sevk edildi olarak işaretler. Bunun için taşıyıcı, takip numarası ve iade adresi gerekir.
way-cancel-unsent = sevkten önce iptal
way-cancel-unsent-text = İş sevk edilmeden iptal edilir. Hizmet işi bir dakika içinde tamamlar.
way-arrived = gönderi ulaşır
way-arrived-text = Gönderi, sevkten 2–5 gün sonra veri merkezine varır.
way-parcel-lost = 30 gün yanıt yok
way-parcel-lost-text = Gönderi 14 gün içinde gelmez ve sonraki 30 günde operatörlere kimse yanıt vermez.
way-copy-starts = kopyalama başlar
way-copy-starts-text = Hizmet, gönderi geldikten 1–2 gün sonra ilk sürücüyü kopyalamaya başlar.
way-cancel-uncopied = kopyalamadan önce iptal
way-cancel-uncopied-text = İş, kopyalama başlamadan iptal edilir. Hiçbir şey kopyalanmaz ve sürücüler paketlenir.
way-copied = tümü kopyalandı
way-copied-text = Tüm sürücülerin işi biter; bu genellikle 7–10 gün sürer.
way-cancel-copying = iptal
way-cancel-copying-text = İş, kopyalama sırasında iptal edilir. Kopyalama bir süre daha devam edebilir, sonra durur ve sürücüler paketlenir.
way-unreadable = okunamadı
way-unreadable-text = Bir sürücü okunamaz ve operatörler müşteriden bilgi ister.
way-without-drive = devam eder
way-without-drive-text = Hizmet bu sürücü olmadan devam eder.
way-sent-back = gönderildi
way-sent-back-text = Sürücüler geri gönderilir; hata yoktur ya da iş iptal edilmiştir.
way-with-errors = hatalarla
way-with-errors-text = Sürücüler geri gönderilir; en az birinde hata çıkmıştır ya da biri hiç gelmemiştir.
way-wrong-address = yanlış adres
way-wrong-address-text = İade adresi geçerli değildir ve operatörler müşteriden doğrusunu ister.
way-corrected = düzeltildi
way-corrected-text = Müşteri iade adresini düzeltir ve iş bir saat içinde devam eder.
way-no-answer = 30 gün yanıt yok
way-no-answer-text = İade adresini 30 gün içinde kimse düzeltmez.
way-person = kullanıcı siler
way-person-text = İşi bir kullanıcı siler. Buna yalnızca “Oluşturuluyor” ve “Tamamlandı” durumlarında izin verilir.
way-unchanged = 14 gün sonra
way-unchanged-text = Hizmet, “Oluşturuluyor” durumundaki son değişiklikten 14 gün sonra işi siler.
way-kept = 90 gün sonra
way-kept-text = Hizmet, bitişinden 90 gün sonra işi siler.

## Job page: zaman çizelgesi
job-timeline = Zaman çizelgesi
job-timeline-now = Şimdi
job-timeline-future = Başka bir istekte bulunulmazsa bundan sonra bunlar olacak.
happening-created = İş oluşturuldu
happening-shipped = Sevk edildi olarak işaretlendi
happening-cancel-requested = İptal istendi
happening-operators-notified = Gönderi gecikti: operatörlere haber verildi
happening-received = Gönderi veri merkezinde teslim alındı
happening-transfer-started = Kopyalama başladı
happening-late-drive = Geciken sürücü teslim alındı: { $drive }
happening-drive-started = Sürücünün kopyalanması başladı: { $drive }
happening-drive-completed = Sürücü kopyalandı: { $drive }
happening-drive-info = Sürücü kopyalandı, günlüğünde notlar var: { $drive }
happening-drive-errors = Sürücü hatalarla kopyalandı: { $drive }
happening-drive-unreadable = Sürücü okunamadı: { $drive }
happening-drive-key = BitLocker anahtarı sürücüyü açmadı: { $drive }
happening-drive-canceled = Sürücünün kopyalanması iptal isteğiyle durduruldu: { $drive }
happening-copy-stopped = İptal yerine getirildi: kopyalama durduruldu
happening-faulted-drive = Hatalı: operatörler bir sürücüyü okuyamadı
happening-faulted-address = Hatalı: operatörler geçerli bir iade adresi istedi
happening-recovered = “{ $state }” durumuna dönüldü
happening-packaging = Tüm sürücüler işlendi: paketleme başladı
happening-completed = Tamamlandı: sürücüler geri gönderildi
happening-completed-unsent = Tamamlandı: iptal yerine getirildi
happening-closed = Kapatıldı: sürücüler hatalarla geri gönderildi
happening-closed-given-up = Kapatıldı: yanıt gelmedi
happening-deleted = Hizmet tarafından silindi
ahead-operators-notified = Gönderi gecikecek: operatörlere haber verilecek
ahead-received = Gönderi veri merkezinde teslim alınacak
ahead-transfer-started = Kopyalama başlayacak
ahead-late-drive = Geciken sürücü teslim alınacak: { $drive }
ahead-drive-started = Sürücünün kopyalanması başlayacak: { $drive }
ahead-drive-completed = Sürücü kopyalanacak: { $drive }
ahead-drive-info = Sürücü kopyalanacak, günlüğünde notlar olacak: { $drive }
ahead-drive-errors = Sürücü hatalarla kopyalanacak: { $drive }
ahead-drive-unreadable = Sürücü okunamayacak: { $drive }
ahead-drive-key = BitLocker anahtarı sürücüyü açmayacak: { $drive }
ahead-drive-canceled = Sürücünün kopyalanması iptal isteğiyle durdurulacak: { $drive }
ahead-copy-stopped = İptal yerine getirilecek: kopyalama durdurulacak
ahead-faulted-drive = Hatalı: operatörler bir sürücüyü okuyamayacak
ahead-faulted-address = Hatalı: operatörler geçerli bir iade adresi isteyecek
ahead-recovered = “{ $state }” durumuna dönülecek
ahead-packaging = Tüm sürücüler işlenecek: paketleme başlayacak
ahead-completed = Tamamlandı: sürücüler geri gönderilecek
ahead-completed-unsent = Tamamlandı: iptal yerine getirilecek
ahead-closed = Kapatıldı: sürücüler hatalarla geri gönderilecek
ahead-closed-given-up = Yanıt gelmeyecek: hizmet işi kapatacak
ahead-deleted = Hizmet tarafından silinecek
happening-drive-number = { $number } numaralı sürücü
happening-drive-extra = { $number } numaralı fazladan sürücü

## Job page: takip bilgileri
track-parcel = Veri merkezine gönderi
track-carrier = Taşıyıcı
track-number = Takip numarası
track-count = Sürücü sayısı
track-date = Sevk tarihi
track-shipped-box = Sürücüler sevk edildi
track-shipped-hint = Gönderi taşıyıcıya verildiğinde bunu işaretleyin. İş “Sevk ediliyor” durumuna geçer ve “Oluşturuluyor” durumuna dönemez.
track-shipped-already = Sevk edildi olarak işaretlendi: { $when }.
track-update = Takip bilgilerini güncelle
track-update-return = İade bilgilerini güncelle
track-undo = Değişiklikleri geri al
track-return = İade
track-recipient = Alıcı
track-street-1 = Açık adres
track-street-2 = Açık adres, ikinci satır
track-city = Şehir
track-region = Eyalet veya il
track-postal-code = Posta kodu
track-country = Ülke veya bölge
track-phone = Telefon
track-email = E-posta
track-return-carrier = İade taşıyıcısı
track-return-account = Taşıyıcı hesap numarası
track-ship-to = Teslim noktası
track-ship-to-hint = Bu adres kurgusaldır. Oraya hiçbir şey göndermeyin.
track-returned = Dönüş yolundaki gönderi
track-errors = { $count ->
    [one] Bir alanı düzeltin
   *[other] { $count } alanı düzeltin
  }
track-needs-address = İşin sevk edildi olarak işaretlenebilmesi için iade adresi gerekir. Önce aşağıdaki iade adresini doldurup güncelleyin.
track-error-of = { $field }: { $problem }
track-saved-parcel = { $name } işinin takip bilgileri güncellendi
track-saved-shipped = { $name } sevk edildi olarak işaretlendi
track-saved-return = { $name } işinin iade bilgileri güncellendi
track-not-saved = { $name } değiştirilmedi
track-saved-shipped-text = Gönderi simülasyon zamanıyla 2–5 günde varır. Varışını görmek için saati “+1 gün” ya da “Sonraki olay” ile ilerletin.
track-nothing-changed = Kaydedilecek bir değişiklik yok.
ship-not-yet = Şimdi değil
ship-address-missing = Sürücülerin geri gelebilmesi için iş sevk edilmeden önce bir iade adresi gerekir.
ship-hint = Bunu gönderi taşıyıcıya verildiğinde yapın. İş “Sevk ediliyor” durumuna geçer ve “Oluşturuluyor” durumuna dönemez.

## Job page: sürücüler
drives-id = Sürücü kimliği
drives-state = Sürücü durumu
drives-copy-status = Kopyalama durumu
drives-percent = Tamamlanma yüzdesi
drives-bytes = Kopyalanan
drives-logs = Günlükler
drives-of = { $done } / { $all }
drives-extra = Fazladan sürücü: geldiği gibi geri gönderilir
drives-none-yet = Henüz sürücü yok
drives-none-text = Dışarı aktarma işinin sürücüleri, veri merkezine ulaştıklarında listelenir.
drives-error-log = Hata günlüğü
drives-verbose-log = Ayrıntılı günlük
drives-error-log-of = { $drive } sürücüsünün hata günlüğü
drives-verbose-log-of = { $drive } sürücüsünün ayrıntılı günlüğü
drives-log-text = Günlük metni
drives-log-download = İndir

## Job page: şifreleme anahtarları
keys-secret = Anahtarlar gizlidir
keys-secret-text = BitLocker anahtarları işin verilerinde yer almaz. Ayrı bir çağrıyla istenir ve yalnızca burada gösterilir. Gizlediğinizde veya bu sekmeden ayrıldığınızda görünmez olurlar.
keys-show = BitLocker anahtarlarını göster
keys-hide = BitLocker anahtarlarını gizle
keys-table = BitLocker anahtarları
keys-key = BitLocker anahtarı
keys-shown = { $count ->
    [one] Bir BitLocker anahtarı gösteriliyor
   *[other] { $count } BitLocker anahtarı gösteriliyor
  }
keys-hidden = BitLocker anahtarları gizlendi
keys-not-shown = BitLocker anahtarları gösterilemiyor
keys-none = Henüz anahtar yok. Hizmet, sürücüleri doldurmaya başladığında anahtarları oluşturur.
keys-kek = Anahtar şifreleme anahtarı
keys-kek-type = Yöneten
keys-kek-microsoft = Microsoft (MicrosoftManaged)
keys-kek-customer = Müşteri (CustomerManaged)
keys-kek-url = Anahtar URL’si
keys-kek-vault = Anahtar kasası

## Job page: JSON
json-text = İşin JSON metni
json-text-hint = Get Job çağrısının yanıtı, api-version { $version }.
json-download = İndir

## Job page: çağrılar
calls-table = Bu oturumda bu işe yapılan çağrılar
calls-time = Simülasyon zamanı
calls-method = Yöntem
calls-status = Durum
calls-by = Kaynak
calls-what = Yol ve sorgu
calls-pending = bekliyor
calls-none = Henüz çağrı yok
calls-none-text = Sayfa açıldığından beri bu işe yapılan tüm çağrılar burada listelenir: portalın, REST konsolunun ve betiklerin çağrıları.
calls-console = REST konsolunu aç
calls-by-portal = Portal
calls-by-rest = REST
calls-by-service = Hizmet

## Shell: çerçeve
nav-label = Ana menü
nav-jobs-short = İşler
breadcrumb = Sayfa yolu
skip-link = İçeriğe geç
menu = Menü
help = Yardım ve kısayollar
language = Dil
language-not-fetched = { $language } metinleri gelmedi. Portalın dili değişmedi: { $current }.
language-not-fetched-text = Bağlantıyı denetleyip dili yeniden seçin.
close = Kapat
copy = Kopyala: { $what }
copied = { $what } kopyalandı.
not-copied = { $what } kopyalanamadı. Metni seçip klavyeyle kopyalayın.
messages = İletiler
notifications = Bildirimler
notifications-unread = Bildirimler, { $count } yeni
no-notifications = Henüz bir şey olmadı.
dismiss-all = Tümünü kapat
dismiss-named = Kapat: { $title }
go-to-resource = Kaynağa git
simulated-at = simülasyon zamanı { $time }
refused-without-words = Hizmet { $status } durum koduyla yanıt verdi.

## Shell: yapılamayanlar
not-done-full = Tarayıcının bu site için ayırdığı depolama alanı dolu olduğundan hiçbir şey değiştirilmedi. Gerekmeyen işleri silin veya ayarlardan daha küçük bir senaryo başlatın, sonra yeniden deneyin.
not-done-storage = Kaydedilemediği için hiçbir şey değiştirilmedi. Yeniden deneyin. Sorun sürerse bu sitenin veri saklamasına izin verin. Tarayıcının bildirdiği: { $reason }
not-done-no-answer = İşlemin yapılıp yapılmadığı bilinmiyor: verileri tutan tarayıcı sekmesi yanıt vermedi. Yeniden denemeden önce işin durumuna bakın veya portalın diğer sekmelerini kapatın.
not-done-outdated = Hiçbir şey değiştirilmedi: başka bir sekmede portalın daha yeni bir sürümü çalışıyor. Bu sayfayı yeniden yükleyin, sonra yeniden deneyin.
not-done-gone = Hiçbir şey değiştirilmedi: çalışma alanı başka bir sekmede kaldırıldı. Kendi çalışma alanınızda devam edin.

## Shell: sürücü durumları
drive-state-specified = Belirtildi
drive-state-received = Teslim alındı
drive-state-never-received = Hiç alınmadı
drive-state-transferring = Aktarılıyor
drive-state-completed = Tamamlandı
drive-state-completed-more-info = Tamamlandı (ek bilgi)
drive-state-shipped-back = Geri gönderildi

## Shell: benzetim saati
clock-name = Simülasyon saati
clock-label = Simülasyon zamanı (UTC)
clock-speed = Hız
clock-pause = Duraklat
clock-resume = Sürdür
clock-paused = Simülasyon saati duraklatıldı.
clock-resumed = Simülasyon saati çalışıyor.
clock-is-now = Saat { $time } zamanına ilerletildi.
clock-not-moved = Zaman ilerletilemedi
clock-not-set = Saat değiştirilemedi
clock-jumping = Zaman ilerliyor
speed-times = { $factor }×
jump-hour = +1 saat
jump-day = +1 gün
jump-next = Sonraki olay
jump-ninety-days = +90 gün
next-event-at = Sonraki olay { $when }
nothing-comes = Yaklaşan olay yok

## Shell: kısayollar
shortcuts-title = Klavye kısayolları
shortcuts-on = Tek tuşlar kısayol olarak çalışsın
shortcuts-mac = Mac’te Safari, Tab ile bağlantıları atlar: Option+Tab’a basın. Firefox için sistem ayarlarında “Klavyeyle gezinme” açık olmalıdır.
cap-page-up = Page Up
cap-page-down = Page Down
cap-home = Home
cap-end = End
cap-space = Boşluk
cap-escape = Esc
key-search = İşlerde ara
key-help = Bu yardım
key-jobs = İşlere git
key-create = İş oluştur
key-activity = Etkinlik günlüğüne git
key-console = REST konsoluna git
key-settings = Ayarlara git
key-pause = Saati duraklat veya sürdür
key-next-event = Sonraki olaya atla
key-rows = Listede: önceki veya sonraki iş
key-cells = Listede: satır içinde ilerle
key-pages = Listede: bir sayfa yukarı veya aşağı
key-ends = Listede: ilk veya son iş
key-tabs = Sekmelerde: önceki veya sonraki
key-select = Listede: işi seç
key-escape = İletişim kutusunu veya paneli kapat

## Shell: iptal ve silme
keep-job = İşi koru
cancel-title = { $name } iptal edilsin mi?
cancel-job = İşi iptal et
cancel-done = { $name } için iptal istendi
cancel-failed = { $name } iptal edilemedi
cancel-asked-before = İptal { $when } tarihinde zaten istendi. Yeni bir istek hiçbir şeyi değiştirmez.
cancel-in-creating = Henüz bir şey gönderilmediği için kopyalanacak veya geri gönderilecek bir şey yok. Hizmet, işi simülasyon zamanıyla bir dakika içinde tamamlar.
cancel-nothing-is-copied = Hiçbir şey kopyalanmayacak. Sürücüler veri merkezinde yine olağan yolu izler.
cancel-copy-stops = Kopyalanan: { $percent }. Kopyalama bir süre daha devam edebilir ve en geç { $by } durur. O ana kadar kopyalananlar kalır.
cancel-goes-on = İstek yerine getirilene kadar kopyalama bir süre daha devam edebilir.
cancel-may-be-late = Kopyalama { $when } tamamlanabilir. İstek yerine getirilmeden tamamlanırsa istek hiçbir şeyi değiştirmez.
cancel-best-effort = İptal bir istektir. Hizmet isteği garanti etmeden yerine getirir; istek geri alınamaz.
cancel-drives-return = Tüm sürücüler paketlenip iade adresine geri gönderilir.
cancel-kept = İş “{ $state }” durumuyla sonuçlanır ve 90 gün sonra hizmet tarafından silinir.
cancel-stopped = İstek yerine getirildi. Kopyalama { $percent } tamamlandığında durdu; sürücüler dönüş yolunda.
cancel-too-late = Kopyalama, istek yerine getirilmeden tamamlandı; bu yüzden istek hiçbir şeyi değiştirmedi.
cancel-ended = İş iptal edildi; kopyalanan: { $percent }.
cancel-given-up = İstek yerine getirilemeden iş başka bir nedenle kapatıldı.
delete-title = { $name } silinsin mi?
delete-job = İşi sil
delete-done = { $name } silindi
delete-failed = { $name } silinemedi
delete-everywhere = İş ve hakkında saklanan her şey hemen silinir: bu listeden, aramadan, kendi sayfasından ve REST API’den.
delete-no-undo = Bu işlem geri alınamaz.
delete-log-line = Etkinlik günlüğündeki satırları kalır: işin adı, ne yapıldığı, ne zaman ve kim tarafından.
delete-drops-cancel = Bekleyen iptal isteği de silinir.

## Create a job: frame
create-title = İçeri/dışarı aktarma işi oluştur
create-steps = Adımlar
create-step-basics = Temel bilgiler
create-step-details = İş ayrıntıları
create-step-return = İade gönderimi
create-step-tags = Etiketler
create-step-review = Gözden geçir + oluştur
create-step-wrong = { $step } (düzeltme gerekiyor)
create-previous = Önceki
create-next = İleri: { $step }
create-submit = Oluştur
create-submitting = Oluşturuluyor…
create-draft-kept = Taslak bu tarayıcıya kaydedildi
create-draft-not-kept = Taslak bu tarayıcıya kaydedilemiyor
create-draft-found = Tamamlanmamış bir taslak var
create-draft-found-text = Sayfadan ayrıldığınızda bu tarayıcıya kaydedildi. İş adı: { $name }
create-draft-nameless = henüz yok
create-draft-resume = Taslağa devam et
create-draft-discard = Taslağı kaldır
create-draft-discarded = Taslak kaldırıldı.
create-draft-broken = Bir taslak okunamadı
create-draft-broken-text = Taslak olduğu gibi saklandı. Ayarlardan indirebilir veya kaldırabilirsiniz.
create-wrong-count = { $count ->
    [one] Bir alanı düzeltin
   *[other] { $count } alanı düzeltin
}
create-wrong-at = { $step }, { $field }: { $problem }
create-wrong-line = { $line }. satır: { $problem }
create-valid = Doğrulama başarılı
create-valid-text = Oluştur düğmesine basmadan hiçbir şey oluşturulmaz.
create-name-taken = Bu kaynak grubunda bu adda bir iş zaten var.
create-done = { $name } oluşturuldu
create-done-text = İş “Oluşturuluyor” durumunda. Sürücüleri 14 gün içinde gönderip işi sevk edildi olarak işaretleyin; yoksa hizmet işi siler.
create-failed = { $name } oluşturulamadı
create-edit = Düzenle
create-edit-step = Düzenle: { $step }
create-fill = Örnek verilerle doldur
create-fill-hint = Bu adımda ve sonraki adımlarda boş olanları doldurur. Yazdıklarınız kalır.
create-filled = { $count ->
    [0] Boş değer yoktu.
    [one] Bir değer dolduruldu.
   *[other] { $count } değer dolduruldu.
}

## Create a job: fields
create-project = Proje ayrıntıları
create-instance = Ad ve tür
create-subscription = Abonelik
create-subscription-hint = Çalışma alanındaki bir aboneliğin adı ya da herhangi bir abonelik kimliği.
create-group = Kaynak grubu
create-name = İş adı
create-name-hint = 3–63 harf, rakam ve kısa çizgi; ilk ve son karakter harf veya rakam olmalı.
create-type = Tür
create-import = Azure’a içeri aktarma
create-import-hint = Verilerinizin bulunduğu sürücüleri gönderirsiniz.
create-export = Azure’dan dışarı aktarma
create-export-hint = Boş sürücüler gönderir, onları verilerinizle geri alırsınız.
create-place = Bölge ve depolama
create-region = Bölge
create-region-none = Bir bölge seçin
create-storage = Depolama hesabı
create-storage-hint = İşin kaynak grubundaki bir hesabın adı veya tam kaynak kimliği.
create-drives = Sürücüler
create-files = Sürücü günlük dosyaları
create-files-choose = Dosya seç
create-files-hint = Her sürücünün günlük dosyasını (.jrn) veya DriveInfo XML dosyasını seçin ya da dosyaları buraya bırakın.
create-drive-no = Sürücü { $no }
create-drive-remove = Kaldır: sürücü { $no }
create-drive-removed = Sürücü { $no } kaldırıldı.
create-drive-add = Elle sürücü ekle
create-drive-count = { $count } / en fazla { $most }
create-drive-id = Sürücü kimliği
create-drive-key = BitLocker anahtarı
create-drive-manifest = Manifest dosyası
create-drive-hash = Manifest karması
create-drive-header = Sürücü üst bilgisi karması
create-source = Dışarı aktarılacaklar
create-everything = Tümünü dışarı aktar
create-everything-hint = Depolama hesabındaki tüm bloblar.
create-chosen = Seçilen kapsayıcılar ve bloblar
create-chosen-hint = Yola ve ön eke göre bloblar.
create-list-file = Blob listesi dosyası
create-list-file-hint = Depolama hesabında blobları listeleyen bir XML dosyası.
create-paths = Blob yolları
create-paths-hint = Her satıra bir tane: kapsayıcı/blob, örneğin fotograflar/2024/bir.jpg.
create-prefixes = Ön ekler
create-prefixes-hint = Her satıra bir tane: sonunda eğik çizgiyle fotograflar/ gibi bir kapsayıcı veya blob yollarının başlangıcı.
create-list-path = Blob listesi dosyasının yolu
create-list-path-hint = kapsayıcı/blob, örneğin listeler/bloblar.xml.
create-advanced = Günlükler ve şifreleme
create-logs = Günlükler için kapsayıcı
create-verbose = Ayrıntılı günlük
create-verbose-hint = Yalnızca hataları değil, her blobu günlüğe yaz.
create-backup = Sürücü manifestlerini yedekle
create-backup-hint = Sürücülerin manifestlerini depolama hesabına kopyala.
create-own-key = Müşteri tarafından yönetilen anahtar
create-own-key-hint = BitLocker anahtarlarını Microsoft’un anahtarı yerine kendi anahtarınızla koruyun.
create-key-url = Anahtar URL’si
create-vault = Anahtar kasası kaynak kimliği
create-return-hint = İş sevk edildi olarak işaretlenmeden önce gerekir. O zamana kadar boş bırakabilirsiniz.
create-carrier-none = Henüz seçilmedi
create-carrier-hint = Taşıyıcılar bölgeye göre değişir.
create-carrier-first = Önce İş ayrıntıları adımında bir bölge seçin.
create-return-carrier = Taşıyıcı
create-return-address = İade adresi
create-tags-hint = Kaynakları bulmaya yarayan adlar ve değerler. Bir işin en fazla 50 etiketi olabilir.
create-tag-no = Etiket { $no }
create-tag-name = Ad
create-tag-value = Değer
create-tag-remove = Kaldır: etiket { $no }
create-tag-removed = Etiket { $no } kaldırıldı.
create-tag-add = Etiket ekle
create-empty = Doldurulmadı
create-no-tags = Etiket yok
create-yes = Evet
create-no = Hayır
create-drive-sample = Örnek sürücü ekle
create-files-sample = Örnek günlük dosyası indir
create-path-or-prefix = Bir blob yolu ya da ön ek girin.
create-inbound = Veri merkezine taşıyan
create-parcel-hint = Bunu boş bırakıp iş sevk edildi olarak işaretlenirken de girebilirsiniz.
create-fault = Hata simülasyonu
create-fault-none = Hata yok ya da başka hata yok
create-fault-hint = Seçiminiz, ait olduğu alana bir işaret yazar. Geri almak için işareti alandan silin.
create-fault-option = { $mark }: { $what }
create-fault-marked = { $place }: { $what }
create-fault-written = { $mark } işareti şu alana yazıldı: { $place }.
fault-bitlocker = BitLocker anahtarı sürücüyü açmaz; iş “Kapatıldı” durumuyla sonuçlanır.
fault-unreadable = Sürücü okunamaz; iş bir süre “Hatalı” olur ve “Kapatıldı” durumuyla sonuçlanır.
fault-copy = Bazı dosyalar kopyalanamaz; iş “Kapatıldı” durumuyla sonuçlanır.
fault-info = Her şey kopyalanır, günlükte notlar olur; iş “Tamamlandı” durumuyla sonuçlanır.
fault-late = Sürücü, gönderiden birkaç gün sonra gelir.
fault-missing = Sürücü hiç gelmez; iş “Kapatıldı” durumuyla sonuçlanır.
fault-lost = Gönderi kaybolur; operatörlere haber verildikten 30 gün sonra iş kapatılır.
fault-extra = Gönderiden işte listelenenden bir fazla sürücü çıkar.
fault-address = İade adresi yanlıştır; sürücüler geri gönderilirken iş “Hatalı” olur.
remark-storage = Depolama hesabı adı 3–24 küçük harf ve rakamdan oluşur. Hizmet bunu yine de kabul eder.
remark-key = BitLocker anahtarı, tirelerle ayrılmış 6 rakamlı 8 gruptan oluşur. Hizmet bunu yine de kabul eder.
remark-hash = Manifest karması 32 onaltılık basamaktan oluşur. Hizmet bunu yine de kabul eder.
remark-path = { $line }. satır, kapsayıcısı küçük harfli kapsayıcı/blob biçiminde değil; örnek: photos/2024/one.jpg. Hizmet bunu yine de kabul eder.
remark-prefix = { $line }. satır bir kapsayıcı ve eğik çizgiyle başlamıyor; örnek: photos/. Hizmet bunu yine de kabul eder.
remark-phone = Bu bir telefon numarasına benzemiyor. Hizmet bunu yine de kabul eder.
remark-postal = Bu bir posta koduna benzemiyor. Hizmet bunu yine de kabul eder.

## Create a job: journal files
journal-read = { $count ->
    [one] Bir sürücünün bilgileri dolduruldu.
   *[other] { $count } sürücünün bilgileri dolduruldu.
}
journal-left = { $count ->
    [one] Bir sürücü dışarıda kaldı: bir işte en fazla 10 sürücü olabilir.
   *[other] { $count } sürücü dışarıda kaldı: bir işte en fazla 10 sürücü olabilir.
}
journal-at-line = { $line }. satır: { $problem }
journal-too-large = Dosya { $max } KB’den büyük. Bir sürücünün günlük dosyası çok daha küçüktür.
journal-not-text = Dosya metin değil.
journal-empty = Dosya boş.
journal-document-type = Dosyada belge türü bildirimi var; bir sürücü günlük dosyasında buna gerek yoktur. Kalanı okunmadı.
journal-too-much = Burada bir sürücüyü tanımlamak için gerekenden fazla XML var.
journal-cut-off = Burada başlayan kayıt yarım kalmış. Dosyayı yeniden kopyalayın.
journal-syntax = Burada XML biçimi bozuk.
journal-manifest = Bu bir sürücü manifesti. Onun yerine sürücü günlük dosyasını seçin: manifestte BitLocker anahtarı yoktur.
journal-no-drive = Dosya bir sürücüyü tanımlamıyor.
journal-missing = Sürücünün { $element } öğesi yok.
journal-twice = Sürücünün { $element } öğesi iki kez verilmiş.
journal-unreadable = Tarayıcı dosyayı okuyamadı: { $reason }

## Shell: iş listesi
commands = Komutlar
kind-import = İçeri aktarma
kind-export = Dışarı aktarma
kind-import-short = İçeri aktarma
kind-export-short = Dışarı aktarma
cancel-requested = İptal istendi
canceled-at = { $percent } iken iptal edildi
state-and-remark = { $state } · { $remark }
column-name = Ad
column-kind = Tür
column-state = Durum
column-percent = Tamamlanma yüzdesi
column-location = Bölge
column-group = Kaynak grubu
column-subscription = Abonelik
column-created = Oluşturulma
column-account = Depolama hesabı
column-tags = Etiketler
column-deletion = Silinme tarihi
column-actions = Eylemler
list-create = Oluştur
list-cancel = İptal et
list-delete = Sil
list-cancel-some = İptal et ({ $allowed }/{ $all })
list-delete-some = Sil ({ $allowed }/{ $all })
list-cancel-named = { $name } işini iptal et
list-delete-named = { $name } işini sil
list-pending = Bekliyor
list-pending-named = { $name } işinin iptali: bekliyor
list-pending-why = Bu iş için iptal zaten istendi. Yeni bir istek hiçbir şeyi değiştirmez.
list-pending-all = Seçili işler için iptal zaten istendi. Yeni bir istek hiçbir şeyi değiştirmez.
list-choose = { $name } işini seç
list-choose-all = Gösterilen tüm işleri seç
list-choose-first = Önce en az bir iş seçin.
list-none-allowed = Seçili işlerin hiçbiri buna izin vermiyor. İçlerinden biri için: { $sentence }
list-keys = Ok tuşları, Home, End, Page Up ve Page Down ile işler arasında gezinilir.
list-columns = Sütunlar
list-columns-reset = Varsayılana dön
list-export = Dosyaya aktar
list-export-csv = Gösterilenleri CSV olarak kaydet
list-export-json = Gösterilenleri JSON olarak kaydet
list-exported = { $count ->
   *[other] { $shown } iş { $file } dosyasına kaydedildi.
}
list-not-exported = Tarayıcı, portalın dosya kaydetmesine izin vermedi.
list-count = { $count ->
   *[other] { $shown } iş
}
list-count-of = { $all } işin { $found } gösteriliyor
list-count-chosen = { $count } seçili
list-found = { $count ->
    [0] Eşleşen iş yok.
   *[other] { $shown } iş bulundu.
}
list-refreshed = Liste güncel.
list-empty-title = Hiç iş yok
list-empty-text = Sürücülerdeki veriyi bir depolama hesabına aktarmak veya veriyi sürücülere aktarmak için bir iş oluşturun.
list-no-match-title = Eşleşen iş yok
list-no-match-text = { $count ->
    [one] Arama ve filtreler tek işi gizliyor.
   *[other] Arama ve filtreler { $shown } işin tümünü gizliyor.
}
filters-label = İşleri filtrele
filters-button = Filtreler
filters-clear = Tüm filtreleri temizle
search-label = İşlerde ara
find-label = Ada göre iş bul
find-empty = Önce bir işin adını veya adının bir bölümünü yazın.
filter-all = Tümü
filter-text = Metin
filter-cancel = İptal
filter-cancel-cancelled = İptal edildi
filter-cancel-none = Yok
filter-group = Grup
filter-is = { $filter }: { $value }
filter-remove = Filtreyi kaldır: { $filter }
strip-title = { $count ->
   *[other] Özet: duruma göre { $shown } iş
}
strip-loading = Özet: { $shown } iş okunuyor…
strip-transit = Yoldaki sürücüler
strip-copied = Kopyalanan veri
strip-cancels = Bekleyen iptaller
strip-deletion = Sonraki otomatik silme

## Shell: çok sayıda iş
keep-jobs = İşleri koru
bulk-cancel-title = Seçili { $all } işin { $may } için iptal istensin mi?
bulk-delete-title = Seçili { $all } işin { $may } silinsin mi?
bulk-cancel = { $count ->
   *[other] { $shown } işi iptal et
}
bulk-delete = { $count ->
   *[other] { $shown } işi sil
}
bulk-will-cancel = İptal istenecek
bulk-will-delete = Silinecek
bulk-will-stay = Olduğu gibi kalacak
bulk-more = ve { $count } iş daha
bulk-word = sil
bulk-type = Onaylamak için “{ $word }” yazın
bulk-type-first = Önce “{ $word }” sözcüğünü yazın.
bulk-nothing = Seçili işlerin hiçbiri buna izin vermiyor.
bulk-running = Çalışıyor…
bulk-stop = Durdur
bulk-deleted = { $count ->
   *[other] { $shown } iş silindi
}
bulk-canceled = { $count ->
   *[other] { $shown } iş için iptal istendi
}
bulk-failed = { $count ->
    [one] { $shown } istek başarısız oldu: { $why }
   *[other] { $shown } istek başarısız oldu. Sonuncusu: { $why }
}

## Shell: etkinlik günlüğü
activity-intro = İşlerde, kural kümesinde ve saatte yapılanlar, en yenisi başta. Reddedilen istekler yalnızca bu ziyarette görünür. Kayıtlar iş silindikten sonra da kalır.
activity-filter = Günlüğü filtrele
activity-time = Zaman (simülasyon)
activity-action = Eylem
activity-job = İş
activity-who = Kaynak
activity-result = Sonuç
activity-done = Başarılı
activity-what = Ne
activity-commands = Komutlar
activity-states = Durum değişiklikleri
activity-both = Komutlar ve durum değişiklikleri
activity-refused = Reddedildi
activity-entered = Durum değişti: { $state }
activity-created = Oluşturma
activity-replaced = Yenisiyle değiştirme
activity-updated = Güncelleme
activity-shipped = Sevk edildi olarak işaretleme
activity-cancel = İptal isteği
activity-deleted = Silme
activity-rules = Kural kümesi: { $name }
activity-jumped = Saat ilerletildi: { $when }
activity-by-portal = Portal
activity-by-rest = REST
activity-by-service = Hizmet
activity-none-title = Henüz bir şey yapılmadı
activity-none-text = Bu sayfa kimin hangi işe ne yaptığını gösterir.
activity-no-match-title = Eşleşen kayıt yok
activity-no-match-text = Filtre tüm kayıtları gizliyor.
activity-clear = Filtreyi temizle
activity-count = { $all } kaydın { $shown } gösteriliyor
activity-more = { $count } kayıt daha göster
activity-refused-because = Reddedildi: { $why }

## Shell: şeritler
reload = Yeniden yükle
banner-to-settings = Ayarları aç
banner-outdated = Portalın daha yeni bir sürümü çalışıyor
banner-outdated-text = Bu sayfayı okuyabilirsiniz ama burada artık hiçbir şeyi değiştiremezsiniz. Devam etmek için sayfayı yeniden yükleyin.
banner-full = Tarayıcının bu site için ayırdığı depolama alanı dolu
banner-full-text = Daha fazla yer isteyen işlemler reddedilir. Hiçbir şey kaybolmadı. Gerekmeyen işleri silin veya ayarlardan daha küçük bir senaryo başlatın.
banner-nearly-full = Tarayıcının bu site için ayırdığı depolama alanı dolmak üzere
banner-nearly-full-text = Yakında yeni iş oluşturulamayacak. Yeri neyin kapladığını ayarlarda görebilirsiniz.
embed-note = Denemeler için bir çalışma alanı: bu sayfa kapatılınca silinir.
banner-blocked = Bu sayfa kapatılınca hiçbir şey saklanmaz
banner-blocked-text = Tarayıcı bu sitenin veri saklamasına izin vermiyor. Her şey çalışır ama sayfa kapatılınca silinir. Tarayıcının bildirdiği: { $why }
banner-no-room-text = Tarayıcının bu site için ayırdığı depolama alanında çalışma alanına yer yok. Her şey çalışır ama sayfa kapatılınca silinir. Ayarlardan yer açın, sonra bu sayfayı yeniden yükleyin.
banner-aside = { $count } kayıt okunamadı ya da eksik
banner-aside-text = Hiçbir şeyin üzerine yazılmadı. Ne oldukları ve ne yapıldığı ayarlarda yazıyor.

## Zaman: sırada ne var, ne değişti
time-next = { $when }: { $job } { $what }
time-next-here = Bu iş, { $when } { $what }
time-nothing-here = Bu işte başka bir şey olmayacak
time-deletes = { $count ->
    [one] +90 gün: hizmet { $shown } işi silecek
   *[other] +90 gün: hizmet { $shown } işi silecek
}
time-changed = { $count ->
    [0] Hiçbir iş değişmedi
    [one] { $shown } iş değişti
   *[other] { $shown } iş değişti
}
time-changes = Değişenler
time-until = { $when } itibarıyla
time-deleted = Hizmet tarafından silindi
time-go = Bu ana git
time-go-named = Bu ana git: { $what }, { $when }

## İlk adımlar, yardım, sözlük
steps = İlk adımlar
steps-what = Bu, büyük miktarda veriyi postayla gönderilen sürücülerle taşıyan Azure Import/Export hizmetinin alıştırma kopyasıdır. Buradaki hiçbir şey gerçek değildir ve hiçbir şey bu tarayıcıdan çıkmaz; her şeyi deneyebilirsiniz.
steps-begin = Beş adımı dene
steps-look = Göz gezdir
steps-dismiss = Kapat
steps-show = Göster
steps-count = { $done } / { $all } tamam
steps-done = (tamamlandı)
steps-ticked = Adım tamam: { $step }. Sıradaki: { $next }.
steps-all-done = Beş adım da tamam. İptal etme ve silme kurallarını tanıdınız.
steps-back = İlk adımlar kapatıldı. Yardımdan (?) yeniden açabilirsiniz.
step-why = Nedenini sor
step-why-text = Gri düğme de çalışır: basın, onu engelleyen kuralı söyler.
step-cancel = Bir işi iptal et
step-cancel-text = İptal bir istektir. Henüz paketlenmemiş bir iş seçip onaylayın.
step-time = Zamanı ilerlet
step-time-text = Bir iş değişene kadar alttaki çubukta “Sonraki olay” düğmesine basın. Kopyalanmakta olan veriler bir süre daha akabilir.
step-delete = Bir işi sil
step-delete-text = Yalnızca Oluşturuluyor veya Tamamlandı durumundaki işler silinebilir ve geri getirilemez.
step-gone = Silindiğini gör
step-gone-text = Silinen işi arayın ya da etkinlik günlüğünü açın: geriye yalnızca oradaki satırlar kalır.
help-title = Yardım ve klavye kısayolları
help-what = Bu nedir?
help-steps = İlk adımları göster
help-rules = Kısaca kurallar
help-rule-cancel = İptal bir istektir. Hangi duruma kadar kabul edildiğini ayarlardaki kural kümesi belirler.
help-rule-effort = İptal elden geldiğince yerine getirilir, garanti edilmez: kopyalama bir süre sürebilir ya da önce bitebilir.
help-rule-delete = Silmeye yalnızca Oluşturuluyor ve Tamamlandı durumlarında izin verilir.
help-rule-kept = Hizmet, tamamlanan ve kapatılan işleri 90 gün saklar, sonra siler.
help-rule-gone = Silinen iş hiçbir yerde kalmaz. Yalnızca etkinlik günlüğündeki satırları, işin adıyla birlikte kalır.
help-past = Zamanda geri gitmek
help-past-undo = “Atlamayı geri al”, son zaman atlamalarını geri alır; sayfa yenilenene ya da kapanana kadar kullanılabilir.
help-past-record = Kaydedilen bir çalışma alanının zaman çizelgesi vardır: herhangi bir âna bakabilir, oradan ayrı bir dalda devam edebilirsiniz.
help-past-settings = Çalışma alanınızı ayarlardan kayda alın
help-past-samples = Çalışma alanı menüsü örnek işlerle yeniden başlatır ve çalışma alanlarını birbirinden ayrı tutar.
help-states = İş durumları
help-drives = Sürücü durumları
about-creating = İş oluşturuldu ama sürücüler gönderilmedi. Hizmet onu son güncellemeden 14 gün sonra siler.
about-shipping = Sürücüler veri merkezine gidiyor. Gönderdiğinizde bu durumu siz seçersiniz.
about-received = Bütün sürücüler veri merkezinde ve kopyalanmayı bekliyor.
about-transferring = En az bir sürücü kopyalanıyor. Bu genellikle 7–10 gün sürer.
about-packaging = Bütün sürücülerin işi bitti, dönüş için paketleniyorlar. İptal için artık çok geç.
about-completed = Sürücüler hatasız geri gönderildi. Hizmet işi 90 gün sonra siler; siz daha önce silebilirsiniz.
about-closed = İş hatayla bitti ya da sonuçsuz kaldı. Siz silemezsiniz; hizmet 90 gün sonra siler.
about-faulted = Okunamayan bir sürücü gibi bir engel var. Operatörler sizden yardım ister.
about-drive-specified = Sürücüyü siz bildirdiniz. Henüz ulaşmadı.
about-drive-received = Sürücü veri merkezinde, sırasını bekliyor.
about-drive-never-received = Paket bu sürücü olmadan geldi ya da iki hafta geçti. Yine de gelebilir.
about-drive-transferring = Sürücü kopyalanıyor.
about-drive-completed = Sürücüdeki her şey kopyalandı.
about-drive-more-info = Sürücünün işi bitti ama okunacak bir şey var: kopyalama durumuna ve günlüklerine bakın.
about-drive-shipped-back = Sürücü size geri geliyor.
samples-load = Örnek işleri yükle
samples-loaded = Örnek işler yüklendi.
samples-failed = Örnek işler yüklenmedi

## Üst çubukta çalışma alanları, paylaşma, adresler
workspace = Çalışma alanı
workspace-shown = Gösterilen: { $name }
workspace-start-over = Baştan başla…
workspace-open = Dosya aç…
workspace-save = Dosya olarak kaydet
workspace-share = Paylaş…
workspace-rename = Yeniden adlandır…
workspace-all = Bütün çalışma alanları
workspace-before = { $name }, yerine başkası geçti
over-title = { $name } ile baştan başlansın mı?
over-text = Çalışma alanı aynı senaryo ve çekirdekle yeniden başlar.
over-press = Baştan başla
over-done = Çalışma alanı baştan başladı
over-unknown = Bu çalışma alanının neyle başladığı bilinmiyor.
rename-title = Çalışma alanını yeniden adlandır
rename-label = Ad
rename-hint = Senaryonun adına dönmek için boş bırakın.
rename-press = Yeniden adlandır
rename-done = Çalışma alanının adı artık { $name }.
rename-failed = Çalışma alanı yeniden adlandırılmadı
share-title = Bu çalışma alanını paylaş
share-short = Kısa bağlantı
share-short-hint = Açan kişide aynı senaryoyu ve çekirdeği başlatır; yaptıklarınız içinde yoktur.
share-short-press = Kısa bağlantıyı kopyala
share-whole = Her şeyi taşıyan bağlantı
share-whole-hint = Bütün işleri ve günlüğü şu anki hâliyle taşır. Açan kişi onları kendi çalışma alanının yanında görür.
share-length = { $count ->
    [one] { $shown } karakter
   *[other] { $shown } karakter
}
share-done = Kopyalandı
ask-kept-beside = Şimdiki çalışma alanı silinmez; çalışma alanları listesinde kalır.
ask-no-room-beside = Şimdiki çalışma alanını saklayacak yer yok: işleri ve etkinlik günlüğü silinir.
open-cut-off = Kesilmiş görünüyor: sonu eksik. Bağlantının ya da dosyanın tamamını yeniden kopyalayın.
missing-elsewhere = Bu sekme “{ $name }” çalışma alanını gösteriyor; bağlantı başka birine ait olabilir.

## REST console
console-request = İstek
console-job = İş
console-operation = İşlem
console-pick = Bir işlem seçin
console-no-such-job = Bu adda bir iş yok. Önce bir iş seçin.
console-path = Yol ve sorgu
console-headers = Üst bilgiler
console-body = Gövde
console-send = Gönder
console-base = API adresi
console-answered = { $status } durum koduyla yanıtlandı.
console-not-sent = İstek yerine getirilemedi
console-nothing = Bir yol yazın ya da yukarıdan bir işlem seçin.
console-wrong-target = Yol eğik çizgiyle başlamalı. Konsol yalnızca bu portalı çağırır.
console-wrong-header = { $line }. satır bir üst bilgi değil. Şöyle yazın: ad: değer.
console-history = Geçmiş
console-no-calls = Henüz çağrı yok. Portalın kendi sayfalarının çağrıları da burada görünür.
console-call = Çağrı
console-sent = Gönderilen üst bilgiler ve gövde
console-edit = Düzenle
console-resend = Yeniden gönder
console-response = Yanıt
console-response-body = Yanıt gövdesi
console-response-headers = Yanıtın üst bilgileri
console-empty-body = Gövde boş.
console-emptied = Bu çağrıdaki bir iş silindi; verileri de silindi.
console-no-answer = Henüz yanıt yok veya yanıt kaydedilemediği için hiçbir şey değiştirilmedi.
console-copy-as = Şu biçimde kopyala
snippet-page = Yalnızca bu sayfada çalışır, örneğin geliştirici araçlarında. Bu tarayıcıdan dışarı hiçbir şey çıkmaz.
snippet-azure = Gerçek Azure’da kendi oturumunuzla çalışır. Bu sayfaya ulaşmaz.
snippet-curl = Kabuk bu sayfaya ulaşamaz. Gerçek Azure’da kullanmak için adresi https://management.azure.com ile değiştirin ve kendi oturumunuzu ekleyin.
console-op-get = Get Job: işi al
console-op-put = Put Job: oluştur veya yenisiyle değiştir
console-op-cancel = Update Job Properties: iptal iste
console-op-ship = Update Job Properties: sevk edildi olarak işaretle
console-op-tag = Update Job Properties: etiketler
console-op-drives = Update Job Properties: sürücüler
console-op-logging = Update Job Properties: günlük ayarları
console-op-return = Update Job Properties: iade adresi ve taşıyıcı
console-op-delete = Delete Job: işi sil
console-op-keys = List BitLocker Keys: anahtarları listele
console-op-list-group = List Jobs: kaynak grubundaki işler
console-op-list-subscription = List Jobs: abonelikteki işler, sayfada beş tane
console-op-list-filtered = List Jobs: filtreyle
console-op-locations = List Locations: bölgeler
console-op-location = Get Location: bir bölge
console-op-operations = List Operations: işlemler
relay-starting = Betiklerden gelen çağrılar: başlatılıyor
relay-starting-text = Betiklerin çağrılarını alan hizmet çalışanı kuruluyor.
relay-on = Betiklerden gelen çağrılar: açık
relay-on-text = Bu portalın herhangi bir sayfasından aşağıdaki adrese yapılan fetch çağrılarını hizmet yanıtlar; geliştirici araçlarından yapılanları da. Bu tarayıcıdan dışarı hiçbir şey çıkmaz.
relay-off = Betiklerden gelen çağrılar: kapalı
relay-unsupported = Bu tarayıcı burada hizmet çalışanı sunmuyor (örneğin düz HTTP’de). Konsol ve portal yine de çalışır.
relay-hard-reload = Sayfa, hizmet çalışanı olmadan yeniden yüklendi. Sayfayı olağan biçimde yeniden yüklerseniz geri gelir. Konsol ve portal yine de çalışır.
relay-changed = Hizmet çalışanı bu tarayıcıya ulaşana kadar değiştirildiği için kurulmadı. Konsol ve portal yine de çalışır.
relay-refused = Hizmet çalışanı başlatılamadı. Konsol ve portal yine de çalışır. Tarayıcının bildirdiği: { $reason }

## Settings
settings-not-kept = Bu seçim sayfa kapanana kadar geçerli. Tarayıcı bu sitenin seçimi saklamasına izin vermiyor.
settings-language-hint = API değerleri ve kodları hiçbir zaman çevrilmez.
settings-theme = Tema
settings-theme-hint = Tüm çalışma alanları için bu tarayıcıda saklanır.
theme-system = Sistem
theme-light = Açık
theme-dark = Koyu
theme-contrast = Yüksek karşıtlık
settings-rules = Kural kümesi
settings-rules-hint = İptal isteğinin ne zamana kadar kabul edildiği konusunda Microsoft’un kendi belgeleri çelişiyor. Düğmeler de REST API de seçtiğiniz belgeye uyar. Kural kümeleri yalnızca iptalde farklıdır.
rules-rest-2017 = REST işlemlerinin başvuru metni
rules-faq-2020 = Hizmetin sık sorulan soruları
rules-portal-2023 = Portal makaleleri
rules-cancel-in = { $source }. İptal edilebilen durumlar: { $states }.
rules-now = Artık { $rules } geçerli.
rules-not-set = Kural kümesi değiştirilemedi
settings-speed = Saat hızı
settings-speed-hint = Bu sayfa açıkken simülasyon zamanının ne kadar hızlı geçtiği. Zaman atlamaları alttaki saat çubuğunda.
speed-second = 1 saniye = 1 saniye
speed-minute = 1 saniye = 1 dakika
speed-hour = 1 saniye = 1 saat
speed-day = 1 saniye = 1 gün

## Workspaces: which one is shown, and what is not opened
workspace-called = { $scenario }, çekirdek { $seed }
workspace-nameless = Adsız çalışma alanı
workspace-own = Çalışma alanım ({ $name })
workspace-from-link = { $name }, bağlantıdan
workspace-from-file = { $name }, dosyadan
workspace-copy = Kopya: { $name }
banner-foreign = Baktığınız çalışma alanı: { $name }
banner-foreign-text = Burada yaptığınız değişiklikler burada kalır. Kendi çalışma alanınız etkilenmez.
banner-foreign-back = Kendi çalışma alanıma dön
banner-foreign-keep = Kendi çalışma alanım yap
banner-link = Bağlantıdaki çalışma alanı açılmadı
banner-gone = Bu çalışma alanı başka bir sekmede kaldırıldı
banner-gone-text = Bu sayfa ondan geriye kalan her şeyi gösteriyor; burada artık hiçbir şeyi değiştiremezsiniz. Kendi çalışma alanınız etkilenmez.
banner-adopted = Artık kendi çalışma alanınız bu
banner-adopted-text = Öncekinin yerini aldı.
banner-not-adopted = Kendi çalışma alanınızın yerine konmadı
open-too-large = 16 MB’den büyük; bir çalışma alanı en fazla bu kadar olabilir. Okunmadı.
open-not-json = Bozuk: { $line }. satır, { $column }. sütundan sonrası okunamıyor.
open-not-a-workspace = Bu portalın bir çalışma alanı değil.
open-entry = İçindeki { $entry } kaydı bozuk veya hizmetin bir sınırını aşıyor.
open-duplicate = İçindeki { $entry } kaydı iki kez geçiyor veya başka bir işin adını yineliyor.
open-unfit = İçindeki { $entry } kaydı ötekilerle bağdaşmıyor: çalışma alanının zamanından sonra ya da numarası zaten kullanılmış.
open-too-many = Bir çalışma alanında olabilecekten fazla iş veya günlük satırı var.
open-no-such = Bağlantıdaki senaryo, çekirdek veya iş sayısı yok.
open-newer = Portalın daha yeni bir sürümüyle yazılmış. O sürümü almak için bu sayfayı yeniden yükleyin, sonra yeniden deneyin. Hiçbir şey açılmadı; çalışma alanlarınız değişmedi.
open-kept = Hiçbir şey açılmadı; çalışma alanlarınız değişmedi. Portaldan yeniden kaydedin veya paylaşın, sonra yeniden deneyin.
open-unreadable = Tarayıcı dosyayı okuyamadı. Hiçbir şey açılmadı; çalışma alanlarınız değişmedi. Dosyayı yeniden seçin. Tarayıcının bildirdiği: { $reason }
leave-it = Olduğu gibi bırak
ask-no-undo = Bu geri alınamaz.
ask-save-first = Çalışma alanı yeniden gerekebilirse önce dosyaya kaydedin.
ask-others-stay = Diğer çalışma alanları, taslaklar, dil ve tema kalır.
adopt-title = Bu, kendi çalışma alanınız yapılsın mı?
adopt-text = Bir kopyası kendi çalışma alanınızın yerini alır.
adopt-loses = Kendi çalışma alanınızın işleri ve etkinlik günlüğü tüm sekmelerde silinir.
adopt-press = Çalışma alanımın yerine koy
adopt-failed = Kendi çalışma alanınız yapılamadı

## Settings: workspaces
workspaces = Senaryo ve çalışma alanları
workspaces-hint = Çalışma alanı her şeyi içerir: işler, etkinlik günlüğü, saat. Sizinki kendiliğinden açılır. Diğerleri onun yanında durabilir.
workspaces-shown = Bu sekmede görünen
workspaces-scenario = Senaryo
workspaces-seed = Çekirdek
workspaces-jobs = İşler
workspaces-list = Bu tarayıcıdaki çalışma alanları
workspaces-row = { $jobs } iş, { $size } KB
workspaces-here = Burada görünüyor
workspaces-open = Aç: { $name }
workspaces-discard = Kaldır: { $name }
workspaces-discard-title = { $name } kaldırılsın mı?
workspaces-discard-text = İşleri ({ $jobs }) ve etkinlik günlüğü silinir. Onu gösteren sekmeler artık hiçbir şeyi değiştiremez.
workspaces-discard-own-stays = Kendi çalışma alanınız kalır.
workspaces-discard-press = Kaldır
workspaces-discarded = { $name } kaldırıldı.
workspaces-not-discarded = { $name } kaldırılmadı
workspaces-busy = Çalışıyor…
workspaces-busy-text = Başka bir işlem sürüyor. Bitmesini bekleyin.
anew = Baştan başla
anew-hint = Aynı senaryo ve çekirdek herkeste aynı başlangıcı verir.
anew-press = Baştan başla…
anew-contoso = Contoso: her durumda işler, bazılarında bekleyen iptal
anew-fabrikam = Fabrikam: ters gidebilecek her şey, her işte bir hata
anew-empty = Empty: iş yok
anew-load = Load: istediğiniz kadar iş
anew-seed-hint = Rastgele değerlerin türetildiği tam sayı.
anew-seed-wrong = 0 ile 18446744073709551615 arasında bir tam sayı girin.
anew-jobs-hint = 1 ile 10.000 arası.
anew-jobs-wrong = 1 ile 10.000 arasında bir tam sayı girin.
anew-title = { $fresh } ile baştan başlansın mı?
anew-loses = { $name }: işler ({ $jobs }) ve etkinlik günlüğü, onları gösteren tüm sekmelerde silinir.
anew-done = Baştan başlandı: { $fresh }
anew-done-text = İş sayısı: { $jobs }.
anew-failed = Baştan başlanamadı
files = Dosya aç
files-hint = Bu portalın dosyaya kaydettiği bir çalışma alanı (.json).
files-where = Nerede açılsın?
files-beside = Ayrı çalışma alanı
files-replacing = Çalışma alanımın yerine
files-choose = Dosya seçin
files-title = Kendi çalışma alanınızın yerini { $name } alsın mı?
files-text = Dosyada { $jobs } iş var.
files-beside-title = { $name } ayrı bir çalışma alanı olarak açılsın mı?
files-beside-press = Aç
files-room = { $takes } KB yer kaplar; bu tarayıcının depolama alanında { $left } KB boş yer var.
files-tight = Geriye neredeyse hiç yer kalmaz: bu çalışma alanında hiçbir şey oluşturulamaz ya da değiştirilemez, her deneme reddedilir (507). Bakmak, kaydetmek ve silmek mümkündür. Önce başka çalışma alanlarını kaldırın ya da daha küçük birini açın.
files-refused = { $name } açılmadı
share = Paylaş
share-hint = Bağlantı tüm çalışma alanını taşır. Bağlantıyı açan kişi onu kendi çalışma alanının yanında görür. Bağlantı dışında hiçbir yere bir şey gönderilmez.
share-press = Bu çalışma alanının bağlantısını kopyala
share-copied = Bağlantı kopyalandı.
share-not-copied = Bağlantı kopyalanamadı
share-not-copied-text = Tarayıcı bu sayfanın panoya yazmasına izin vermiyor. Çalışma alanını dosyaya kaydedip dosyayı iletin.
share-too-large = Çalışma alanı bir bağlantı için çok büyük
share-too-large-text = Bir bağlantı en fazla 48 KB taşır. Çalışma alanını dosyaya kaydedip dosyayı iletin. “Dosya aç” ile yeniden açılır.

## Settings: storage
settings-storage = Depolama
settings-storage-hint = Tarayıcı diske ne zaman yazacağına kendisi karar verir. En güvenli kopya bir dosyadır.
settings-copy-whole = Yanıtlanan her komut ikinci bir kopyaya da kaydedilir. Bu kopya, tarayıcı birden kapansa bile kalır.
settings-copy-making = İkinci bir kopya hazırlanıyor. Hazır olana kadar, birden kapanan bir tarayıcı son komutları kaybedebilir.
settings-copy-lagging = İkinci kopyaya ulaşılamıyor; içinde silinmiş işler kalmış olabilir. Kopyaya ulaşılır ulaşılmaz bunlar oradan da silinir. O zamana kadar birden kapanan bir tarayıcı son komutları kaybedebilir. Tarayıcının bildirdiği: { $why }
settings-copy-missing = İkinci bir kopya yok. Birden kapanan bir tarayıcı son komutları kaybedebilir. Tarayıcının bildirdiği: { $why }
settings-used = Kullanılan: { $used } KB / { $all } KB ({ $share })
settings-used-jobs = İşler
settings-used-log = Etkinlik günlüğü ve saat
settings-used-others = Diğer çalışma alanları
settings-used-aside = Okunamayan ya da eksik kayıtlar
settings-used-portal = Ayarlar ve taslaklar
settings-used-foreign = Bu adresteki diğer sayfalar
settings-save = Çalışma alanını dosyaya kaydet
settings-aside = Okunamayan ya da eksik kayıtlar
settings-aside-hint = Bu kayıtlar okunamadı ya da eksikti. Bulunanlar siz kaldırana kadar olduğu gibi saklanır.
settings-aside-head = Çalışma alanının saati ve ayarları. İkinci kopyada yoksa işlerden ve etkinlik günlüğünden yeniden oluşturuldu: saat, olduğu bilinen son olayda duruyor; kurallar ise günlüğe göre en son seçilenler. Devam etmeden önce ikisine de bakın.
settings-aside-job = Bu iş vardı, kaydı kaybolmuş. İkinci kopyada da yoktu.
settings-aside-job-back = Bu işin kaydı eksikti. İkinci kopyadan geri getirildi.
settings-aside-jobs = { $count } iş vardı, kayıtları kaybolmuş. İkinci kopyada olanlar geri getirildi; olmayanlar kayıp.
settings-aside-download = İndir: { $name }
settings-aside-discard = Kaldır: { $name }
settings-aside-discarded = { $name } kaldırıldı.

## Settings: the offline copy, and a newer version
offline = Çevrimdışı kopya
offline-whole = Portalın dosyaları bu tarayıcıda saklanıyor ({ $size }). Portal ağ olmadan da başlar.
offline-making = Portalın dosyaları alınıyor. Hepsi geldiğinde portal ağ olmadan da başlar.
offline-removed = Portalın dosyaları saklanmıyor. Portal her başlangıçta ağa gereksinim duyar.
offline-unsupported = Bu tarayıcı burada portal için hizmet çalışanı sunmuyor (örneğin düz HTTP’de ya da gizli pencerede). Dosyalar saklanamaz; bu yüzden portal her başlangıçta ağa gereksinim duyar.
offline-failed = Portalın dosyaları saklanamadı. Daha önce saklananlar olduğu gibi duruyor. Tarayıcının bildirdiği: { $why }
offline-missed = Sunucuda daha yeni bir sürüm var ama dosyalarının tümü saklanamadı. Bu sürümle devam ediyorsunuz. Bir sonraki başlangıçta yeniden denenir.
offline-hint = Bunlar programın dosyalarıdır. Onları kaldırsanız da işleriniz, taslaklarınız ve ayarlarınız olduğu gibi kalır.
offline-remove = Çevrimdışı kopyayı kaldır
offline-keep = Çevrimdışı kopya sakla
lasting-evictable = Tarayıcı, yeri azaldığında burada saklanan her şeyi, işlerinizi de silebilir. Safari bunu yedi gün ziyaret edilmeyince yapar.
lasting-refused = Tarayıcı kabul etmedi. Çoğu tarayıcı, portalı yüklediğinizde, yer imlerine eklediğinizde ya da sık ziyaret ettiğinizde kabul eder. En güvenli kopya bir dosyadır.
lasting-promised = Tarayıcı, siz istemedikçe burada saklanan hiçbir şeyi, işlerinizi de silmez.
lasting-ask = Tarayıcıdan her şeyi saklamasını iste
renewal = Yeni bir sürüm hazır
renewal-text = Bu sekme, siz güncelleyene kadar olduğu gibi devam eder. Diğer sekmelere dokunulmaz.
renewal-press = Şimdi güncelle

## Commands in their one spelling
command-ambiguous = “{ $name }” adında birden fazla iş var. Kaynak grubunu da yazın: grup/ad.
command-past = { $moment } geçmişte kaldı. Zaman yalnızca şimdiden ileriye gidebilir.
command-nothing-ahead = Hiçbir işte yaklaşan olay yok, bu yüzden beklenecek bir şey yok.
command-not-reached = Bu, { $moment } tarihine kadar gerçekleşmiyor. Saat ilerletilmedi.
command-no-journal = Bu çalışma alanı kaydedilmiyor, bu yüzden geri dönülemez.
command-which-drive = Sürücü hatası için 1’den başlayan sürücü numarası gerekir; diğer hatalarda numara olmaz.
inject-not-now = { $state } durumunda bu, bundan sonra olacakları değiştirmez. İş olduğu gibi kaldı.
inject-no-such-drive = Böyle bir sürücü yok; işin sürücü sayısı: { $count }.
inject-drive-begun = Bu sürücü kopyalanıyor ya da kopyalandı; hata eklemek için artık çok geç.
inject-drive-faulty = Bu sürücüde zaten bir hata var.
activity-injected-lost = Hata eklendi: koli kayboldu
activity-injected-address = Hata eklendi: iade adresi yanlış
activity-injected-expire = Hata eklendi: süresi bir gün içinde doluyor
activity-injected-corrupt = Hata eklendi: { $drive }. sürücüde kopyalanamayan dosyalar var
activity-injected-unreadable = Hata eklendi: { $drive }. sürücü okunamıyor
activity-injected-bitlocker = Hata eklendi: { $drive }. sürücünün BitLocker anahtarı uymuyor

## Recordings
recording-too-large = Kayıt okunamayacak kadar büyük. Hiçbir şey değişmedi.
recording-not-json = Kayıt yarım kalmış ya da JSON değil: okuma { $line }. satır, { $column }. sütunda durdu. Hiçbir şey değişmedi.
recording-not-a-journal = Bu, bu portalın kaydı değil. Hiçbir şey değişmedi.
recording-other-format = Kayıt { $format } biçiminde; bu sürüm onu okuyamıyor. Hiçbir şey değişmedi.
recording-other-rules = Kayıt kuralların { $version }. sürümüyle tutulmuş; geçmişi bugünkü kurallarla yeniden oynatılamaz. Çalışma alanı son durumuyla açılıyor.
recording-beginning = Kaydın başındaki çalışma alanı okunamıyor. Hiçbir şey değişmedi.
recording-branches = Kayıttaki dallar birbirine uymuyor. Hiçbir şey değişmedi.
recording-out-of-order = { $branch }. dalın { $no }. komutu kendinden öncekinden eski; bu yüzden kayıt alınmadı.
recording-refused = { $branch }. dalın { $no }. komutu reddedildi; bu yüzden kayıt alınmadı: { $why }
recording-too-many = Kayıtta bir dalın alabileceğinden fazla komut var. Hiçbir şey değişmedi.
recording-differs = Kayıttaki komutlar yanındaki çalışma alanına ulaşmıyor. Çalışma alanı son durumuyla, geçmişi olmadan açılıyor.
branch-none = { $branch } numaralı dal yok.
branch-too-many = Zaten { $count } dal var; en fazlası bu. Önce birini silin; hiçbir şey değişmedi.
branch-present = Şu anda bu daldasınız. Silmeden önce başka bir dala geçin.
branch-pinned = Bu dal sabitlenmiş. Silmeden önce sabitlemeyi kaldırın.
branch-bad-name = Dal adı tek satırda en fazla { $count } karakter olabilir.
look-not-there = Kayıt o âna ulaşmıyor.
look-refused = Kayıt bozulmuş: { $no }. komut, kabul edildiği yerde şimdi reddediliyor. Şimdiki durum olduğu gibi duruyor. { $why }
not-done-past = Bu sayfa geçmişi gösteriyor; burada hiçbir şey değiştirilemez. Buradan devam edin ya da şimdiye dönün.

## Timeline, branches, undoing a jump
timeline-name = Bu çalışma alanının zaman çizelgesi
timeline-now = { $moment }, şimdi
timeline-beginning = { $moment }, kaydın başı
timeline-event = { $moment }, { $count } olaydan { $number }. olay: { $what }
timeline-between = { $moment }, { $count } olaydan { $number }. olaydan sonra
timeline-state = { $job }: { $state }
timeline-deleted = { $job } hizmet tarafından silindi
timeline-moved = { $job }: sürücüler ya da koli ilerledi
timeline-others = { $what } ve { $count } iş daha
timeline-recorded = Kaydediliyor: silinen işler, kaydı durdurana kadar kayıtta kalır.
timeline-damaged = Bu kayda bakılamıyor: { $why }
timeline-scarce = Kayıt dolmak üzere: en eski { $count } komut yakında kaydın başına katılacak ve artık onlara bakılamayacak.
timeline-stop = Kaydı durdur
timeline-stop-ask = Kayıt durdurulup silinsin mi?
timeline-stop-line = Geçmiş, diğer tüm dallar ve silinen işlerden kayıtta kalanlar silinir. Çalışma alanı şimdiki hâliyle kalır.
timeline-stopped = Kayıt durduruldu ve silindi
timeline-started = Çalışma alanı şu andan itibaren kaydediliyor. “Atlamayı geri al” yerine artık saatin altındaki zaman çizelgesi istediğiniz âna götürür.
timeline-none = Bu çalışma alanı kaydedilmiyor
timeline-none-text = Yalnızca kaydedilen bir çalışma alanının geçmişine bakılabilir. Kaydı ayarlardan açabilirsiniz.
timeline-not-done = Kayıt değiştirilmedi
past-name = Geçmişe bakılıyor
past-text = { $moment }: geçmişe bakıyorsunuz.
past-continue = Buradan devam et
past-back = Şimdiye dön
past-continued = { $moment } ânından yeni bir dalda devam ediyorsunuz. Diğer çizgi duruyor.
branches-name = Dallar
branch-number = { $number }. dal
branch-rename = Yeniden adlandır
branch-rename-named = Yeniden adlandır: { $name }
branch-name-label = Dalın adı: { $name }
branch-save = Kaydet
branch-pin = Sabitle
branch-pin-named = Sabitle: { $name }
branch-discard = Sil
branch-discard-named = Sil: { $name }
branch-compare = Karşılaştır
branch-compare-named = Karşılaştır: { $name } ile bu dal
branch-now = Şimdi { $name } içindesiniz
compare-name = { $name } ile karşılaştırma
compare-same = { $moment } ânında tüm işler aynı.
compare-differ = { $moment } ânında farklı olan iş sayısı: { $count }
compare-row = { $job }: bu dalda { $here }, öbür dalda { $there }
compare-gone = yok
compare-part = Dallar { $number }. komutta ayrılıyor. Bu dalda: { $here }. Öbür dalda: { $there }.
compare-no-part = İkisinin de ulaştığı yere kadar komutları aynı.
compare-nothing = başka komut yok
compare-close = Kapat
asked-put = { $job } oluşturuldu ya da değiştirildi
asked-patch = { $job } güncellendi
asked-ship = { $job } sevk edildi olarak işaretlendi
asked-cancel = { $job } için iptal istendi
asked-delete = { $job } silindi
asked-rules = { $rules } kuralları seçildi
asked-speed = hız ×{ $factor }
asked-paused = saat duraklatıldı
asked-resumed = saat sürdürüldü
asked-advance = zaman { $moment } ânına ilerletildi
asked-inject = { $job } işine hata eklendi
asked-rewind = zaman geri alındı
undo-jump = Atlamayı geri al
undo-done = Atlama geri alındı. Saat yeniden { $moment }. Sildikleriniz silinmiş olarak kalır.
undo-not-done = Atlama geri alınamadı
settings-recording = Kayıt
settings-recording-hint = Kaydedilen bir çalışma alanına herhangi bir andaki hâliyle bakılabilir ve oradan bir dalda devam edilebilir. Silinen işler, kaydı durdurana kadar kayıtta kalır; durdurmak kaydı siler.
settings-recording-switch = Bu çalışma alanının geçmişini kayda al
key-before-last = Son komuttan önceki âna bak
settings-save-recorded = Kaydıyla birlikte kaydet
settings-save-recorded-hint = Kaydı içeren dosyada silinen işlerin bilgileri de bulunur. Diğer dosyada kayıt yoktur.

## Uyumluluk
conformance-title = Uyumluluk
conformance-link = Uyumluluk: hizmet sözleşmesinin burada çalışan bölümleri
conformance-intro = Microsoft.ImportExport sözleşmesi, madde madde: burada çalışıp çalışmadığı, nasıl karara bağlandığı, kuralın nereden geldiği ve bunu gösteren otomatik test.
conformance-count = { $all } maddeden { $works } tanesi burada çalışıyor. Kaynaklar sustuğu ya da çeliştiği için { $decided } tanesine burada karar verildi; { $differs } tanesi bilerek farklı.
conformance-show = Göster
conformance-all = Tüm maddeler
conformance-differs = Hizmetten farklı olanlar
conformance-decided = Burada karar verilenler
conformance-operations = İşlemler
conformance-versions = API sürümleri
conformance-parameters = Sorgu parametreleri ve üst bilgiler
conformance-properties = Özellikler
conformance-codes = Hata kodları
conformance-sources = Kaynaklar
conformance-name = Madde
conformance-works = Burada çalışıyor
conformance-how = Nasıl
conformance-from = Kaynak
conformance-test = Gösteren test
conformance-yes = Evet
conformance-no = Hayır
conformance-same = Kaynakların dediği gibi
conformance-decided-because = Burada karar verildi: { $note }
conformance-differs-because = Farklı: { $note }
conformance-ours = yok
source-swagger = Microsoft.ImportExport’un herkese açık API tanımı
source-recorded = Gerçek hizmetin, komut satırı istemcilerince kaydedilmiş yanıtları
source-provider = Azure Resource Manager ile sağlayıcıları arasındaki sözleşme
source-canceling = “Canceling and deleting Azure Import/Export jobs” makalesi
source-state = “Retrieving state information for an Import/Export job” makalesi
source-faq = Hizmetin SSS sayfası
source-portal = 2021–2023 portal makaleleri
note-replaced-in-creating = yalnızca Creating durumundaki iş değiştirilir; diğerleri 409 ile reddedilir.
note-changes-by-state = hangi özelliğin hangi durumda değişebileceği.
note-cancel-repeats = iptali yinelemenin zararı yoktur. İptalin ne zamana kadar kabul edildiği konusunda kaynaklar çelişir; bu yüzden kural kümesi seçilebilir.
note-no-token = Azure belirteci denetlenmez; bu bir benzetimdir.
note-not-read = gönderilebilir, ama okunmaz.
note-not-told = gönderilebilir, ama hiç döndürülmez.
note-no-identity = buradaki işlerin kimliği yoktur.
note-fictional = adresler hayalîdir; böylece kimse gerçek bir adrese sürücü göndermez.
note-no-files = dosya yoktur; adresi hiçbir yere gitmez.
note-not-asked = biçimi denetlenir; hiçbir depolama hesabına ya da anahtar kasasına sorulmaz.
note-simulated = çalışma alanının tohumundan benzetilir.
note-made-up-keys = dışarı aktarma sürücülerinin anahtarları uydurmadır.
note-never-closed = hiçbir bölge kapanmaz.
note-part-of-odata = OData’nın bir bölümü: beş alanla eq, ne, and, or, not.
note-own-token = belirtecin biçimi.
note-own-code = sözleşmede bunun için bir kod yoktur.
note-own-limit = gövde en çok 1 MB olabilir.
note-names = 3–63 harf, rakam ve kısa çizgi; harf ya da rakamla başlayıp biter.
note-by-version = yanıtlarda sonraki sürümlerle gelenler yer almaz; gövdelerde yine kullanılabilir.
note-old-spelling = 2016-11-01 sürümünün yazımı; her sürümde kabul edilir.

## Dersler: kabul edilmeyenler
lesson-too-large = Bu ders açılmadı: { $kb } KB’den büyük. Hiçbir şey değiştirilmedi.
lesson-not-json = Bu ders açılmadı: { $line }. satırın { $column }. sütunundan sonrası JSON değil veya fazla iç içe. Hiçbir şey değiştirilmedi.
lesson-other-format = Bu dosya açılmadı: lesson/1 biçiminde bir ders değil. Hiçbir şey değiştirilmedi.
lesson-shape = Bu ders açılmadı: bir bölümü derslerde bulunmayan bir biçimde. Okuyucunun bildirdiği: { $words }
lesson-limit = Bu ders açılmadı: “{ $place }” bölümünde çok fazla şey var veya hiçbir şey yok. Sınırlar docs/lessons.md dosyasında.
lesson-unknown = Bu ders açılmadı: “{ $place }” bölümündeki değere izin verilmiyor veya bu değer bilinmiyor.
lesson-texts = Bu ders açılmadı: “{ $language }” dilindeki metinler “{ $place }” bölümüne uymuyor.
lesson-no-texts = Bu ders açılmadı: hiçbir dilde metni yok.
lesson-outside-clock = Saat ileri alındı; bu ders ise saate dokunmadan yapılıyor. Dersi yeniden başlatın veya öncesine dönün.
lesson-outside-rewind = Zaman geri alındı; bu ders ise geri dönmeden yapılıyor. Geçerli olması için dersi yeniden başlatın.
lesson-outside-rules = Başka bir kural kümesi seçildi; bu derste baştaki kurallar geçerli. Öncesine dönün veya dersi yeniden başlatın.
lesson-outside-rest = Bir REST çağrısı değişiklik yaptı; bu ders yalnızca portalda yapılıyor. Öncesine dönün veya dersi yeniden başlatın.

## Dersler
nav-learn = Öğren
steps-lesson = Bir derse başla
learn-title = Öğren
learn-intro = Her ders kendi çalışma alanında geçer ve kendini denetler. Sizin çalışma alanınız olduğu gibi kalır.
learn-minutes = { $minutes } dakika
learn-new = Başlanmadı
learn-done = { $of } görevden { $done } tanesi yapıldı
learn-complete = Tamamlandı
learn-outdated = Bu ders, siz aldıktan sonra değişti
learn-needs = Önce şunları almanız önerilir: { $lessons }
learn-failed = Dersler ulaşmadı. Bağlantıyı denetleyip sayfayı yeniden yükleyin. Hiçbir şey değiştirilmedi.
room-coming = Yükleniyor…
room-lost = Sayfa getirilemedi. Hiçbir şey değişmedi, yaptıklarınız duruyor.
room-again = Yeniden dene
learn-loading = Ders getiriliyor…
learn-no-storage = Dersin kendi çalışma alanı olmalı; ama bu tarayıcı bu sayfa için bir şey saklamıyor. Siteye depolama izni verip sayfayı yeniden yükleyin. Çalışma alanınız olduğu gibi duruyor.
learn-not-read = Bu ders burada kullanılamıyor: { $why }
learn-no-such = Bu adda bir ders yok. Katalogdan birini seçin.
learn-back = Tüm dersler
learn-misconception = Yaygın yanılgı
learn-situation = Durum
learn-sources = Kaynaklar
learn-go = İşlere git
lesson = Ders
lesson-tasks = Görevler
lesson-task-done = (yapıldı)
lesson-hint = İpucu
lesson-hint-no = { $no }. ipucu
lesson-no-hint = Bu görev için başka ipucu yok.
lesson-show = Bana göster
lesson-restart = Dersi yeniden başlat
lesson-restarted = Ders baştan başlıyor.
lesson-rewind = Öncesine dön
lesson-rewound = Zaman, bundan önceki son ana döndü.
lesson-leave = Dersten çık
lesson-fold = Dersi daralt
lesson-unfold = Dersi genişlet
lesson-move = Öbür tarafa taşı
lesson-done-now = Görev yapıldı: { $task }
lesson-shown = Görev size gösterildi; bu yüzden puan getirmez.
lesson-show-failed = Görev gösterilemedi: { $why } O ana kadar yapılanlar duruyor.
lesson-show-stopped = bir adıma beklenenden başka bir yanıt geldi.
lesson-stopped = Bu dersin kaydı durduruldu veya okunamıyor; bu yüzden denetlenemiyor. Dersi yeniden başlatın.
lesson-complete = Ders tamamlandı
lesson-report = { $all } puandan { $points } puan, { $hints } ipucu, gösterilen görev: { $shown }, süre: { $minutes } dakika.
lesson-debrief = Akılda kalsın
lesson-quiz = Son bir soru
lesson-right = Doğru.
lesson-wrong = Tam değil.

## Dersler: görevi yeniden başlatmak, sınav, dosyadan ilerleme
lesson-not-rewound = Zaman geri alınmadı
lesson-not-restarted = Ders yeniden başlatılmadı
lesson-task-restart = Bu görevi yeniden başlat
lesson-task-restarted = Her şey bu görevin başındaki gibi. Ders izin veriyorsa öbür çizgi dal olarak duruyor.
lesson-task-not-restarted = Görev yeniden başlatılmadı
lesson-exam = Bu bir sınav: ipucu yok, hiçbir şey de gösterilmez. Vazgeçerseniz geri kalanı size gösterilebilir ve puan getirmez; dersi yeniden başlatıp sınava bir daha girebilirsiniz.
lesson-give-up = Sınavdan vazgeç
lesson-given-up = Sınavdan vazgeçtiniz. O ana kadar yapılmamış görevler size gösterilebilir ve puan getirmez.
lesson-exam-failed = Sınavdan vazgeçildi; bu yüzden geçilmiş sayılmaz. Bir daha girmek için dersi yeniden başlatın.
progress-save = İlerlememi dosyaya kaydet
progress-load = Dosyadan ilerleme yükle
progress-hint = Dosyada her derste ne kadar ilerlediğiniz, aldığınız ipuçları, yanıtlarınız ve reddedilen istekleriniz bulunur. Yüklenen dosya buradakilere eklenir: daha iyi sonuç kalır, süren ders kaldığı yerden devam eder.
progress-loaded = { $count ->
    [one] İlerleme yüklendi: bir ders değişti
   *[other] İlerleme yüklendi: { $count } ders değişti
  }
progress-loaded-none = İlerleme yüklendi: dosyada buradakinden daha yeni veya daha iyi bir şey yok
progress-not-loaded = İlerleme yüklenmedi
progress-not-kept = Bu tarayıcı bu sayfa için bir şey saklamıyor; bu yüzden ilerleme yüklenemiyor. Siteye depolama izni verip yeniden deneyin.
progress-too-large = Dosya { $kb } KB’den büyük olduğu için okunmadı. Hiçbir şey değiştirilmedi.
progress-other-format = Dosyada progress/1 biçiminde bir ilerleme yok. Hiçbir şey değiştirilmedi.
progress-impossible = Dosya olamayacak sonuçlar bildiriyor, örneğin bir dersin görevlerinden çok yapılmış görev. Hiçbir şey değiştirilmedi.
progress-unreadable = Tarayıcı dosyayı okuyamıyor. Bildirdiği: { $reason }

## Dersler: kayıttan ders yapmak ve kendi dersleriniz
recorder-title = Ders yap
recorder-intro = Dersin öğreteceğini, birkaç yanlış hamleyle birlikte, kaydedilen bir çalışma alanında yapın. Burada hangisinin başlangıç, hangisinin çözüm, hangisinin yanlış hamle olduğunu söyler, neyin denetleneceğini seçer ve metinleri yazarsınız.
recorder-link = Bu daldan ders yap
recorder-branches = Hangi dal?
recorder-make = { $branch } dalından ders yap
recorder-count = { $count ->
    [one] bir komut
   *[other] { $count } komut
  }
recorder-made = Taslak hazır. Siz atana kadar bu tarayıcıda saklanır.
recorder-not-recorded = Bu çalışma alanı kaydedilmiyor. Ayarlardan kaydı açın veya bağlantıyla bir senaryo açın. Sonra dersin öğreteceğini yapıp buraya dönün.
recorder-settings = Ayarlara git
recorder-nothing = Bu dalda henüz bir şey yapılmadı. Dersin öğreteceğini yapıp buraya dönün.
recorder-beginning = Ders bir senaryoyla başlar; bu kayıt ise daha sonra, başka işlerle başlıyor. Bağlantıyla bir senaryo açın, o başından beri kaydedilir; yapacağınızı orada yapın.
recorder-too-long = Bu dalda { $count } şey yapılmış; derste ise en çok { $most } adım olur. Yeni bir dalda daha önceki bir andan devam edin veya baştan başlayın.
recorder-damaged = Bu dal yeniden oynatılamıyor; bu yüzden ondan ders yapılamaz. Başka bir dal seçin.
recorder-moves = Yapılanlar
recorder-moves-hint = Her hamlenin nereye ait olduğunu söyleyin. Art arda gelen yanlış hamleler tek denemedir ve tek yanıt alır.
recorder-part-start = Öğrenci gelmeden önce
recorder-part-task = { $no }. görevi çözer
recorder-part-wrong = { $no }. görevde yanlış hamle
recorder-part-out = Dışarıda kalır
recorder-add-task = Görev ekle
recorder-remove-task = Son görevi kaldır
recorder-tried = reddedildi: { $what }
recorder-called = { $job }: BitLocker anahtarları okundu
recorder-waited = zaman { $span } ilerletildi
recorder-waited-next = zaman sonraki olaya kadar ilerletildi
recorder-waited-state = { $job } { $state } durumuna gelene kadar zaman ilerletildi
recorder-waited-gone = hizmet { $job } işini silene kadar zaman ilerletildi
recorder-checks = Denetlenenler
recorder-checks-hint = Her satır, görevinin hamleleriyle doğru oldu. Yolu değil sonucu seçin: seçtiklerinizin tümü geçerliyse görev yapılmıştır ve sonunda da geçerli olmalıdır.
recorder-task = { $no }. görev
recorder-points = { $no }. görevin puanı
recorder-no-proposals = Bu görevin hamleleri denetlenebilecek bir şeyi değiştirmiyor. Göreve başka hamleler verin.
recorder-is-state = { $job } şu durumda: { $states }
recorder-is-gone = { $job } biri tarafından silindi
recorder-is-gone-service = { $job } hizmet tarafından silindi
recorder-has-happened = { $job }: { $event }
recorder-has-done = { $job }: “{ $action }” kabul edildi
recorder-has-done-in = { $job }: “{ $action }”, { $state } durumunda kabul edildi
recorder-was-refused = { $job }: “{ $action }” reddedildi
recorder-was-refused-in = { $job }: “{ $action }”, { $states } durumunda reddedildi
recorder-rules = { $rules } kuralları geçerli
recorder-late-drive = Geciken bir sürücü alındı
recorder-recovered = Hatalı durumundan çıktı
recorder-create = Oluştur
recorder-other-check = Başka bir denetim
recorder-lesson = Ders bilgileri
recorder-id = Kimlik
recorder-id-hint = Küçük harf, rakam ve tire; örneğin ilk-dersim. İlerleme bu kimlikle saklanır.
recorder-minutes = Dakika
recorder-sources = Kaynaklar
recorder-sources-hint = Dersin öğrettiği belgeler, her satıra bir tane.
recorder-learner = Her öğrencinin süreleri farklı olsun
recorder-texts = Metinler: { $language }
recorder-text-title = Başlık
recorder-text-about = Ne öğrenilir
recorder-text-misconception = Yaygın yanılgı
recorder-text-situation = Durum
recorder-text-debrief = Akılda kalsın
recorder-text-task = { $no }. görev: ne yapılacak
recorder-text-hints = { $no }. görev: ipuçları
recorder-text-hints-hint = Her satıra bir tane, en çok üç: nerede, ne, tam olarak nasıl.
recorder-text-says = { $no }. görev: { $attempt }. yanlış hamlenin anlamı
recorder-checklist = Eksikler
recorder-done = tamam
recorder-missing = eksik
recorder-better = olursa daha iyi
recorder-item-id = Kimlik
recorder-item-sources = Kaynaklar
recorder-item-solve = { $no }. görev: çözen hamleler
recorder-item-check = { $no }. görev: denetim
recorder-item-wrong = { $no }. görev: yanıtıyla bir yanlış hamle
recorder-item-texts = Bütün metinler: { $language }
recorder-item-hints = Her görev için üç ipucu: { $language }
recorder-lint = Denetçinin söyledikleri
recorder-looking = Ders yeniden oynatılıyor…
recorder-not-yet = Henüz alınabilecek bir ders değil: “{ $place }” bölümünde bir şey eksik, fazla veya izin verilmiyor.
recorder-too-large = Bu ders alınamaz: { $kb } KB’den büyük. Hamleleri azaltın veya metinleri kısaltın.
recorder-kept = Ders sözünü tutuyor: çözülebiliyor, fazla adımı yok ve her yanlış hamle yanıtını alıyor.
recorder-to-own = Derslerime ekle
recorder-to-file = Dersi dosyaya kaydet
recorder-to-link = Dersin bağlantısını kopyala
recorder-discard = Taslağı at
recorder-discard-ask = Taslak atılsın mı?
recorder-discard-line = Burada yazdıklarınız gider. Yeniden gerekebilirse önce dersi dosyaya kaydedin; eklediğiniz dersler kalır.
recorder-out-hint = Alınabilecek bir ders, denetçi hâlâ bir şey bulsa bile başkasına verilebilir. Bağlantı dersin tamamını taşıdığı için uzundur; kimi posta programları onu keser.
recorder-not-out = Ders dışarı verilmedi
recorder-link-copied = Dersin bağlantısı kopyalandı
recorder-link-not-copied = Bu tarayıcı bağlantının kopyalanmasına izin vermedi. Bunun yerine dersi dosyaya kaydedin.
lint-language = “{ $language }” dilinde metin yok.
lint-begin = Başlangıcın { $step }. adımı reddediliyor. Onu dışarıda bırakın veya dayandığı adımı da başlangıca alın.
lint-given = { $task }. görev daha hiçbir şey yapılmadan yapılmış sayılıyor. Başka bir denetim seçin.
lint-spoilt = Dersi bozan yollardan biri ya en başta geçerli ya da hiç geçerli olmuyor.
lint-step = { $task }. görev: çözümün { $step }. adımı o zamanki gibi gitmiyor. Dışarıda bırakılan bir hamle mi gerekiyor?
lint-undone = { $task }. görev kendi hamleleriyle yapılmış olmuyor. Başka bir denetim seçin veya göreve hamle ekleyin.
lint-undone-again = { $task }. görev sonunda yeniden yapılmamış oluyor. O andaki durum yerine olup biteni seçin.
lint-early = Son görev, çözümün { $step }. adımından sonra zaten yapılmış oluyor. Yalnızca son adımın yerine getirdiği bir denetim seçin.
lint-spare = Çözümün { $step }. adımı olmadan da her şey yapılmış oluyor. Onu dışarıda bırakın veya yaptığını denetleyin.
lint-near-step = { $task }. görev: { $attempt }. yanlış deneme o zamanki gibi gitmiyor. Deneme, önceki görevler çözülmüşken başlar.
lint-near-does = { $task }. görev: { $attempt }. yanlış deneme görevi yapıyor.
lint-near-unanswered = { $task }. görev: { $attempt }. yanlış deneme yanıt almıyor.
lint-says-unmet = { $task }. görev: { $attempt }. yanıtı hiçbir yanlış deneme almıyor.
lint-differs = İki kez çözülünce farklı bitiyor.
lint-seed = Her öğrencinin süreleriyle çözülemiyor. Gün saymak yerine durum bekleyin veya herkese aynı süreleri verin.
own-title = Kendi dersleriniz
own-hint = Burada yapılan veya dosyadan, bağlantıdan açılan dersler. Bu tarayıcıda saklanır ve güvenilmeyen her dosya gibi denetlenirler: en çok 32 KB; kendi çalışma alanlarına verilen komutlardan başka hiçbir şey çalıştırmazlar.
own-open = Dosyadan ders aç
own-make = Ders yap
own-remove = Kaldır
own-remove-of = Kaldır: { $title }
own-removed = Ders, çalışma alanıyla birlikte kaldırıldı
own-leave-first = Şu anda bu derstesiniz. Önce dersten çıkın, sonra kaldırın.
own-added = Ders artık kendi dersleriniz arasında
own-not-added = Ders eklenmedi
own-of-course = Bu kimlik kurstaki bir derse ait. Dersinize başka bir kimlik verin.
own-begin = Başlangıcının { $step }. adımı burada reddediliyor; bu yüzden kimse bu dersi alamaz.
own-full = Zaten { $count } dersiniz var, en çok bu kadar olabilir. Önce birini kaldırın.
own-not-kept = Bu tarayıcıda yer kalmadı veya bu sayfa için bir şey saklanmıyor. Bir ders kaldırın veya siteye depolama izni verin.
own-import = Bağlantıdan gelen ders
own-import-hint = Dersi bu bağlantıyı hazırlayan yazdı. Kendi çalışma alanında geçer; sizinki olduğu gibi kalır.
own-import-press = Derslerime ekle
progress-title = İlerlemeniz

## Classes: what becomes of what was handed in
verdict-complete = Doğrulandı: tamamlandı
verdict-verified = Doğrulandı: { $of } görevden { $done } tanesi yapıldı
verdict-outdated = Eskimiş: dersin veya simülasyonun başka bir sürümüyle yapılmış; bu yüzden yeniden oynatılamıyor. Dersin bir daha yapılmasını isteyin.
verdict-other-terms = Koşulları başka olan bir sınıfta yapılmış: kurallar, ipuçları, saat veya başlangıç sayısı, teslimlerini topladığınız sınıfınkinden farklı.
verdict-differs = { $no }. komutta ayrılıyor: oradan sonra yeniden oynatma, dosyanın dediğinden başka yere varıyor. Dosya değiştirilmiş.
verdict-forged = Dediği gibi değil: { $why }
forgery-seed = başlangıç sayısı bu koda ait değil; iş başka bir kodla yapılmış.
forgery-beginning = bu ders, bu kodda böyle başlamıyor.
forgery-journal = kaydı okunamıyor.
forgery-refusal = gerçekleşmiş olamayacak bir redden söz ediyor.
forgery-claim = yeniden oynatmanın bulduğundan fazla görev veya puan ileri sürüyor.
submission-too-large = Alınmadı: { $mb } MB sınırını aşıyor.
submission-other-format = Alınmadı: bu bir teslim dosyası değil ya da yarıda kesilmiş. Dosyayı yeniden isteyin.
submission-other-lesson = Alınmadı: bu sınıfta olmayan “{ $lesson }” dersine ait.
class-needs-clock = Saat ileri alınmadan bu dersi kimse tamamlayamaz. Saate izin verin veya dersi çıkarın.
class-needs-rules = Bu ders bu kurallarla tamamlanamaz. Kuralları derslere bırakın veya bu dersi çıkarın.

## Classes: the trainer's pages
class-title = Sınıf
class-for-trainers = Eğitmenler için: bir sınıfa ders verin
class-pages = Sınıf sayfaları
class-nav-link = Sınıf bağlantısı
class-nav-key = Yanıt anahtarı
class-nav-collect = Teslimleri topla
class-nav-device = Bu cihazda
class-no-server = Bu sayfaların arkasında bir sunucu yok. Kimseye bir şey gönderilmediği için katılımcıları canlı izleyemezsiniz: onlar bir dosya indirip size verir, siz de dosyaları burada toplarsınız.
class-link-intro = Dersleri ve koşullarını seçin. Bağlantı hepsini taşır; katılımcılara istediğiniz yoldan verin.
class-lessons = Dersler, bu sırayla
class-up = “{ $lesson }” dersini yukarı taşı
class-down = “{ $lesson }” dersini aşağı taşı
class-moved = “{ $lesson }” şimdi { $no }. sırada.
class-terms = Koşullar
class-language = Dil
class-language-own = Her katılımcının kendi dili
class-rules = Kurallar
class-rules-own = Her dersin kendi kuralları
class-hints = İpuçları (veren derslerde)
class-clock = Saati ileri alma (izin veren derslerde)
class-in-order = Sırayla: bir ders, önceki tamamlanınca açılır
class-seed = Süreler ve tarihler
class-seed-learner = Her katılımcıda farklı: kimse yanındakinin işini teslim edemez
class-seed-number = Herkeste aynı, şu sayıdan türetilir:
class-seed-field = Herkes için sayı
class-seed-wrong = 0 ile 9.007.199.254.740.991 arasında bir tam sayı yazın. Bağlantıda hâlâ son doğru sayı duruyor.
class-link = Katılımcılar için bağlantı
class-link-none = En az bir ders seçin.
class-link-try = Katılımcının gözünden bakın
class-link-sum = { $count ->
    [one] Bir ders, yaklaşık { $minutes } dakika.
   *[other] { $count } ders, yaklaşık { $minutes } dakika.
}
class-own = Bu sayfalardaki sınıf
class-own-hint = Bu cihazda “Sınıf bağlantısı” altında belirlenen sınıf. Başka bir sınıf için onun bağlantısını yapıştırın.
class-own-field = Sınıf bağlantısı
class-own-wrong = Bu bir sınıf bağlantısı değil. Sınıf değişmedi.
class-own-none = Henüz bir sınıf yok. “Sınıf bağlantısı” altında belirleyin veya bir bağlantı yapıştırın.
class-own-set = Artık bağlantıdaki sınıf geçerli.

## Classes: the answer key
class-key-intro = Bir katılımcının kodunu yazın. Her ders burada o katılımcı için çözülür: başka kimsede olmayan kendi tarihleri ve süreleriyle.
class-code = Katılımcının kodu
class-code-wrong = 1–40 karakterlik bir kod yazın.
class-key-show = Yanıt anahtarını göster
class-key-of = Yanıt anahtarı: { $code }
class-key-print = Yazdır
class-key-none = Bu dersin çözümü, sınıfın koşullarında işlemiyor.
class-key-step = Adım
class-key-when = Simülasyon zamanı
class-key-states = Ne değişiyor
class-key-task = { $no }. görev: { $task }
class-key-to = sonra { $time }
class-key-tries = Deneyin, reddedilecek: { $what }
class-key-calls = Çağrı: { $what }
class-key-gone = { $job } silindi
class-key-state = { $job }: { $state }
class-key-nothing = Hiçbir şey

## Classes: the learner’s page
class-join-title = Sınıfınız
class-join-none = Bu bir sınıf bağlantısı değil ya da bir parçası eksik. Eğitmeninizden bağlantının tamamını isteyin.
class-join-intro = Bu dersleri eğitmeniniz belirledi. Dersler kendilerini denetler; yaptıklarınız, siz indirip teslim edene kadar bu tarayıcıda kalır.
class-join-language = Derslerin dili: { $language }.
class-join-rules = Hepsinde “{ $rules }” kuralları geçerli.
class-join-hints-off = İpucu yok.
class-join-clock-off = Saat ileri alınmamalı.
class-join-in-order = Sırayla: bir ders, önceki tamamlanınca açılır.
class-join-seed = Size düşen tarihleri ve süreleri kodunuz belirler. Hep aynı kodu yazın.
class-join-seed-same = Tarihler ve süreler herkeste aynıdır.
class-join-code = Kodunuz
class-join-code-hint = Eğitmeninizin verdiği kod ya da adınızın baş harfleri ve bir sayı. Teslim dosyanızda yer alır; bu cihazda saklanır.
class-join-enter = Başla
class-join-as = Bu sınıftaki kodunuz: { $code }
class-join-change = Başka bir kod kullan
class-join-other = Bu tarayıcıda { $code } çalışmış. Başladığınız ders onunkinin yerini alır: önce teslim dosyasını indirmesini isteyin.
class-join-begin = “{ $lesson }” dersine başla
class-join-continue = “{ $lesson }” dersine devam et
class-join-look = “{ $lesson }” dersine yeniden bak
class-join-anew = Bu dersi sınıf dışında yaptınız. Sınıfta baştan başlar.
class-join-locked = “{ $lesson }” tamamlanınca açılır.
class-join-gone = Burada “{ $lesson }” diye bir ders yok. Eğitmeninize söyleyin.
class-join-progress = { $of } dersten { $done } tanesi tamamlandı, { $points } puan
class-back = Sınıfa dön
class-handin = Teslim
class-handin-one = Teslim dosyamı indir
class-handin-all = Bütün derslerin teslim dosyasını indir
class-handin-none = Henüz teslim edecek bir şey yok: en az bir görev yapın.
class-handin-holds = Dosyada şunlar var: kodunuz (“{ $code }”), ders ve sürümü, verdiğiniz her komut ve simülasyondaki zamanı, reddedilenler, aldığınız ipuçları ve size gösterilen görevler, sorulara yanıtlarınız ve harcadığınız dakikalar. Başka hiçbir şey yok: ne ad, ne adres, ne de bu cihazla ilgili bir bilgi.
class-handin-sum = { $lesson }: { $of } görevden { $done } tanesi yapıldı, { $points } puan.
class-handin-did = { $commands } komut, { $refusals } ret, { $hints } ipucu, gösterilen görev: { $shown }, { $minutes } dakika.
class-handin-then = Dosyayı eğitmeninize onun istediği yoldan gönderin. Bu sayfa hiçbir şey göndermez.
class-handin-failed = { $lesson } teslim edilemiyor: kaydı durdurulmuş veya okunamıyor. Dersi yeniden başlatın.
class-handin-saved = { $file } adıyla kaydedildi.
class-handin-not-saved = Tarayıcı dosyayı kaydetmedi. Yeniden deneyin veya başka bir tarayıcı penceresi kullanın.

## Classes: collecting
class-collect-intro = Her dosya burada komut komut yeniden oynatılır ve dediği yere varmak zorundadır. Dosyalar bu cihazda kalır; sayfadan çıkınca unutulur.
class-files = Teslim dosyaları
class-files-hint = İstediğiniz kadar dosyayı buraya bırakın veya seçin.
class-files-choose = Dosya seç
class-files-reading = { $of } dosyadan { $done } tanesi okundu…
class-files-done = { $files ->
    [one] Bir dosya okundu: doğrulanan teslim { $verified }, doğrulanmayan { $other }.
   *[other] { $files } dosya okundu: doğrulanan teslim { $verified }, doğrulanmayan { $other }.
}
class-files-forget = Bütün dosyaları unut
class-refused = Alınmayan dosyalar
class-refused-one = { $file }: { $why }
class-refused-unreadable = tarayıcı dosyayı okuyamadı: { $words }
class-table = Katılımcılar ve dersler
class-learner = Katılımcı
class-lesson = Ders
class-result = Sonuç
class-points = Puan
class-points-of = { $all } puandan { $points } puan
class-points-all = En çok puan
class-hints-taken = İpucu
class-tasks-shown = Gösterilen görev
class-seconds = Saniye
class-same = Kaydı aynı olanlar
class-cell-by = { $hints } ipucu, gösterilen görev: { $shown }, { $minutes } dk
class-cell-same = Kopya mı? Aynı kaydı teslim eden: { $codes }.
class-cell-injected = { $count ->
    [one] Bir sorun çıkarıldı.
   *[other] { $count } sorun çıkarıldı.
}
class-cell-times = { $times } kez teslim edildi; en iyisi geçerli.
class-cell-none = Teslim yok
class-total = Toplam
class-failed = Görevler, en çok yapılamayan başta
class-failed-none = İşi doğrulanan herkes bütün görevleri yaptı.
class-failed-count = { $of } katılımcıdan { $failed }
class-failed-who = Yapılamadı veya gösterildi
class-failed-task = Görev
class-csv = CSV olarak indir
class-csv-file = sinif.csv
class-by-own-account = İpuçları, gösterilen görevler ve süreler katılımcının kendi beyanıdır; geri kalanı yeniden oynatmayla bulundu. Yeniden oynatma işin yapıldığını gösterir, kimin yaptığını göstermez.

## Classes: the certificate
certificate = Katılım belgesi
certificate-for = Katılım belgesi: { $code }
certificate-name = Belgedeki ad
certificate-name-hint = Siz yazarsınız; denetlenmez ve saklanmaz.
certificate-line = Ad
certificate-says = Azure İçeri/Dışarı Aktarma hizmetiyle ilgili şu dersleri tamamladı:
certificate-course = Azure İçeri/Dışarı Aktarma: simülatörde uygulama
certificate-points = { $all } puandan { $points } puan
certificate-sum = Toplam: { $all } puandan { $points } puan
certificate-proof = Her ders, kaydedilen bütün komutlar yeniden oynatılarak doğrulandı. Bu, işin kaydedildiği gibi yapıldığını gösterir. Kimin yaptığını kanıtlamaz ve bir Microsoft sertifikası değildir.
certificate-code = Katılımcının kodu: { $code }
certificate-sign = Eğitmen, tarih
certificate-print = Belgeyi yazdır
certificate-back = Tabloya dön
certificate-none = Bu katılımcının doğrulanmış ve tamamlanmış dersi yok; belgelenecek bir şey yok.

## Classes: at a learner’s machine
class-device-intro = Bir katılımcının başındayken, bu tarayıcıdakiler için yapabilecekleriniz. Başka cihazlarda hiçbir şeyi değiştirmez.
class-device-lessons = Bu tarayıcıdaki dersler
class-device-none = Bu tarayıcıda henüz kimse bir derse başlamadı.
class-device-in = Kod: { $code }
class-device-out = Sınıf dışında
class-device-reset = “{ $lesson }” dersini baştan başlat
class-device-reset-asked = “{ $lesson }” dersinde yapılanlar atılsın mı?
class-device-reset-text = Dersin işleri, kaydı, ipuçları ve yanıtları atılır; ders açıldığında baştan başlar. İndirilmemiş olan artık teslim edilemez.
class-device-reset-done = “{ $lesson }” açıldığında baştan başlayacak.
class-device-reset-failed = “{ $lesson }” baştan başlatılamadı
class-device-inject = Bir sorun çıkarın
class-device-inject-hint = Bu sekmede açık olan “{ $lesson }” dersinde. Her komut gibi kaydedilir: katılımcı onunla devam eder, teslim tablosu da bir sorun çıkarıldığını söyler.
class-device-inject-none = Bir sorun çıkarmak için önce dersi bu sekmede açın, sonra bu sayfaya dönün.
class-device-job = İş
class-device-fault = Ne ters gitsin
class-device-drive = Sürücü
class-device-drive-no = { $no }. sürücü
class-device-give = Sorunu çıkar
class-device-given = Yapıldı: { $what }
class-device-not-given = Hiçbir şey değişmedi
class-fault-lost = Veri merkezine giden paket kaybolur
class-fault-corrupt = Bir sürücüdeki bazı dosyalar kopyalanamaz
class-fault-unreadable = Bir sürücü okunamaz
class-fault-bitlocker = BitLocker anahtarı bir sürücüyü açmaz
class-fault-address = İade adresi yanlış çıkar
class-fault-expire = Hizmet işi bir gün sonra siler

## The gallery
gallery = Galeri
gallery-intro = Tasarımcılar ve portalı geliştirenler için: arayüzün her parçası, her durumuyla. Her birinin kendi adresi vardır; böylece bir not, bir görüntü ya da bir test tam olarak onu gösterebilir.
gallery-all = Tüm parçalar
gallery-more = Ayrıntılı
gallery-alone = Sayfanın üzerini kapladığı için kendi adresinde gösterilir.
gallery-missing = Galeride böyle bir parça yok ya da parçanın böyle bir durumu yok.
gallery-controls = Denetimler
gallery-dialogs = İletişim kutuları
gallery-feedback = İletiler
gallery-patterns = Alanlar, tablolar ve diğer kalıplar
gallery-tokens = Kullandığı belirteçler: { $count }
gallery-tokens-hint = Bu sayfanın stil sayfalarından bulundu: bu öğelere uygulanan kuralların kullandığı her özel özellik, şimdiki değeriyle.
gallery-state-rest = Olağan
gallery-state-focus = Odakta
gallery-state-primary = Birincil
gallery-state-danger = Tehlikeli
gallery-state-refused = Gerekçesiyle reddedilmiş
gallery-state-busy = Yürütülüyor
gallery-state-invalid = Hatalı
gallery-state-chosen = Seçili
gallery-state-changed = Az önce değişmiş
gallery-state-open = Açık
gallery-state-wide = Açık, geniş
gallery-state-side = Açık, yanda
gallery-state-full = Açık, her şeyin üzerinde
gallery-state-empty = Boş
gallery-state-frozen = Durmuş
gallery-state-success = İyi haber
gallery-state-warning = Uyarı
gallery-state-long = Uzun metin
gallery-sub = Herhangi bir cümlenin yerini tutan bir cümle.
gallery-long = En uzunu kadar uzun bir metin: bir-isin-adinda-altmis-uc-karakter-olabilir-ve-arada-hic-bosluk-yok, üstelik başka diller aynı şeyi söylemek için İngilizceden beşte iki daha çok yer ister.
gallery-refused = Sürücüleri yoldayken bu iş silinemez. Yalnızca Creating ya da Completed durumundaki işler silinebilir.
gallery-busy = Bu işlem yürütülüyor. Bitmesini bekleyin.
gallery-pressed = Basıldı. Galeride hiçbir şey değişmez.
gallery-held-back = Galeride hiçbir şey iptal edilmez, silinmez. Soru kapatıldı.
gallery-question = Bu iş silinsin mi?
gallery-news = Bir şey oldu
gallery-again = Yeniden dene
gallery-live = Bundan görünen bir şey yoktur: ekran okuyucular seslendirir.
gallery-live-polite = Sırası gelince söyle
gallery-live-urgent = Hemen söyle
gallery-tabs = Galerinin sekmeleri
gallery-tab-wrong = { $name }, hatalı
gallery-value = contoso-archive-2019
gallery-hint = Doldurmaya yardımcı olan açıklama.
gallery-wrong = Bu formda bir yanlışlık var
gallery-settings = Galeri
gallery-settings-hint = Tasarımcılar için: arayüzün her parçası her durumuyla; başka markalar, metin boyutları ve yönler.
gallery-settings-link = Galeriyi aç

# Genişlikler
widths = Yan yana genişlikler
widths-link = Bir sayfayı çeşitli genişliklerde yan yana göster
widths-hint = Her çerçeve portalın kendisidir ve bu sekmenin çalışma alanında çalışır: birinde yapılan, hepsinde görülür. Görünümde değiştirilenler hepsinde geçerlidir.
widths-page = Sayfa
widths-widths = Genişlikler
widths-pixels = { $width } px
widths-frame = { $page }, { $width }
widths-none = En az bir genişlik seçin.

## The look
look = Görünüm
look-hint = Yalnızca bu sekme için ve adresinde: bağlantıyı alan aynısını görür. Ayarlarınız olduğu gibi kalır.
look-off = Tümünü kapat
look-usual = Ayarlandığı gibi
look-density = Yoğunluk
look-comfortable = Ferah
look-compact = Sıkışık
look-direction = Yön
look-ltr = Soldan sağa
look-rtl = Sağdan sola
look-text = Metin boyutu
look-percent = %{ $percent }
look-brand = Marka
look-harbour = Liman
look-ember = Kor
look-pseudo = Sözde dil: uzun, aksanlı
look-colours = Renkler
look-measures = Uzunluklar ve sayılar
look-light = { $token }, açık tema
look-dark = { $token }, koyu tema
look-as-text = { $label }, metin olarak
look-undo = { $token } değişikliğini geri al
look-undo-all = Belirteçlerdeki tüm değişiklikleri geri al
look-colour-wrong = Rengi #rrggbb biçiminde yazın.
look-measure-wrong = Tek başına ya da rem, em, px veya s ile bir sayı yazın.
look-contrast = { $count ->
    [0] Karşıtlık: her çift rahat okunuyor
    [one] Karşıtlık: bir çift yetersiz
   *[other] Karşıtlık: { $count } çift yetersiz
}
look-contrast-hint = WCAG 2.2 AA: metin için 4,5; çizgi ve işaretler için 3. Renk değişiklikleri yüksek karşıtlıklı temada kullanılmaz.
look-pair = { $below } üzerinde { $upon }
look-light-passes = Açık { $ratio }: yeterli
look-light-fails = Açık { $ratio }: yetersiz
look-dark-passes = Koyu { $ratio }: yeterli
look-dark-fails = Koyu { $ratio }: yetersiz
look-css = Değişenlerin stil sayfası
look-css-hint = style/tokens.css dosyasının sonuna ya da ondan sonraki bir dosyaya koyun.
look-css-copy = Stil sayfasını kopyala

## Presenter
present = Sunum
present-settings = Sunum
present-settings-hint = Konuşmalar ve fuar standları için: büyük yazı, çerçevesiz ekran ve durak durak, altyazıyla oynatılan bir kayıt. Esc ile çıkılır.
present-this = Bu çalışma alanını sun
present-play-demo = “{ $demo }” gösterisini oynat
present-demo-cancel = Önce iptal, sonra silme
present-demo-left-alone = Kaybolan ve kendi hâline bırakılan koli
present-caption = Altyazı
present-controls = Oynatma
present-first = İlk durak
present-previous = Önceki durak
present-next = Sonraki durak
present-last = Son durak
present-play = Kendiliğinden oynat
present-halt = Durdur
present-place = Durak { $number }/{ $count }
present-trying = Kendiniz deniyorsunuz
present-progress = Sonraki durağa kalan
present-pace = Durak başına saniye
present-follow = Her durakta ilgili işi göster
present-restore = Baştan başlat
present-restored = Gösteri yeniden başında.
present-not-restored = Gösteri baştan başlatılamadı
present-try = Buradan kendim deneyeyim
present-diagram = Durum diyagramı, tam ekran
present-frame = Çerçeveyi göster
present-larger = Yazıyı büyüt
present-smaller = Yazıyı küçült
present-leave = Sunumdan çık
present-keys = Tuşlar: Page Down ve Page Up ya da → ve ← duraklar arasında gezer, K oynatır, D diyagramı gösterir, R baştan başlatır, M çerçeveyi gösterir, + ve - yazıyı büyütüp küçültür, Esc çıkar.
present-more = Diğer
present-now = { $moment }
present-gone = Silindi
present-none = Bu çalışma alanı kayda alınmadığı için oynatılacak bir şey yok. Yazı ve çerçeve sunuma hazır; oynatmak için bir gösteri seçin ya da çalışma alanını ayarlardan kayda alın.
present-damaged = Bu kayıt oynatılamıyor: { $why }
present-broken-demo = Bu gösteri, bu sürümün kurallarıyla yürütülemiyor.
present-no-stop = Kayıt bu durakta gösterilemiyor: { $why }
present-strange = Bağlantının bir bölümü anlaşılamadı ve etkisiz kaldı: { $what }
present-not-opened = Gösteri açılamadı
present-in-memory = Bu tarayıcıda hiçbir şey saklanmadığından gösteri, çalışma alanınızın yerini alırdı. Bunun yerine bağlantısını yeni bir sekmede açın: { $link }
present-idle = Gösteriye bir süredir dokunulmadı. { $seconds } saniye sonra baştan başlayacak. Sürdürmek için bir tuşa basın ya da ekrana dokunun.
present-idle-count = { $seconds } sn
present-idle-go-on = Sürdür
present-idle-hold = { $seconds } sn dokunulmazsa baştan başlar
present-idle-off = Kendiliğinden baştan başlamak için kayıt gerekir; bu çalışma alanının kaydı yok.
present-idle-restored = Kimse olmadığı için gösteri yeniden başında.
present-beginning = Hikâye başlıyor
present-why-beginning = Bu işler hayalîdir. Burada olup bitenler gerçek bir sürücüye ya da hesaba dokunmaz.
present-passed = Tarih: { $moment }
present-why-passed = Zaman geçti ve bu işlerden hiçbirinin durumu değişmedi.
present-refused = { $job }: istek reddedildi
present-refused-delete = { $job } işini silme isteği reddedildi
present-refused-cancel = { $job } işini iptal etme isteği reddedildi
present-copy-stopped = { $job }: kopyalama durduruldu
present-overdue = { $job }: koli gecikti
present-why-put = İş, sürücülerini bekliyor. Hâlâ değiştirilebilir, iptal edilebilir ve silinebilir; kimse bir şey yapmazsa hizmet onu 14 gün sonra siler.
present-why-patch = Neyin değiştirilebileceği, işin durumuna bağlıdır. Reddedilen bir değişiklik hiçbir şeyi değiştirmez.
present-why-ship = Sürücüler yolda. İş artık öylece silinemez, çünkü geri dönmesi gereken sürücüleri var.
present-why-cancel = İptal bir istektir. Hizmet, elinden gelen her şeyi yapana kadar işin durumu aynı kalır.
present-why-delete = İş tümüyle yok oldu: listeden, kendi bağlantısından ve API’den silindi. Yalnızca etkinlik günlüğündeki satırları kalır.
present-why-rules = Microsoft’un kendi metinleri, bir işin ne zaman iptal edilebileceği konusunda birbiriyle çelişir. Bundan sonra bu kurallar geçerli.
present-why-inject = Bu hata, hizmetin böyle bir durumda ne yaptığını göstermek için bilerek eklendi.
present-why-rewind = Bunu yalnızca bir simülasyon yapabilir. Buradan sonrası başka bir hikâyedir.
present-why-clock = Yalnızca simülasyonun saati değişir, işler aynı kalır.
present-why-received = Koli veri merkezinde. Sırası gelince kopyalama başlar.
present-why-transferring = Sürücüler sırayla kopyalanıyor. Bunu durdurmak isteyen, iptal isteğinde bulunur.
present-why-packaging = Artık hiçbir şey kopyalanmıyor. Sürücüler paketlenip geri gönderiliyor.
present-why-completed = İş sona erdi, artık silinebilir. Kimse silmezse hizmet onu 90 gün sonra siler.
present-why-closed = İş başarısız sona erdi. Onu kimse silemez; 90 gün sonra hizmet siler.
present-why-faulted = Bir engel var. Biri 30 gün içinde yanıt verirse iş sürer, yoksa kapatılır.
present-why-recovered = Zamanında yanıt verildi ve iş kaldığı yerden sürüyor.
present-why-copy-stopped = İptal yerine getirildi. O âna kadar kopyalananlar hesapta kalır, sürücüler geri gönderilir.
present-why-overdue = Hizmet vazgeçmeden önce koliyi 30 gün daha arar.
present-why-deleted = Kimsenin istemesi gerekmedi: süresi doldu. Liste, kendi bağlantısı ve API onu artık tanımıyor.
present-why-drive = Kopyalama sürücü sürücü ilerliyor. İşin durumu aynı kalıyor.
key-present = Sunum: büyük yazı, çerçevesiz ekran
## Prototype: what a call meets
not-done-offline = Bağlantı yoktu. Hiçbir şey gönderilmedi ve hiçbir şey değişmedi. Yeniden deneyin.
not-done-cut = Yanıt tamamlanmadan kesildi. Burada gördüğünüz, şu anki durumdur. Yeniden denemeden önce duruma bakın; ikinci kez istemenin zararı olmaz.
override-401 = Oturumunuz artık açık değil. İstek yerine getirilmedi. Oturum açıp yeniden deneyin.
override-403 = Bunun için izniniz yok. İstek yerine getirilmedi. Aboneliğin bir sahibinden erişim isteyin.
override-404 = Hizmet bunu bulamadı. İstek yerine getirilmedi. Silinmiş olabilir.
override-409 = Şu anda üzerinde başka bir işlem yapılıyor. İstek yerine getirilmedi. Biraz sonra yeniden deneyin.
override-412 = Okunduğundan beri değişmiş. İstek yerine getirilmedi. Yeniden okuyup tekrar deneyin.
override-429 = Kısa sürede çok fazla istek geldi. Bu istek yerine getirilmedi. 5 saniye sonra yeniden deneyin.
override-500 = Hizmet hiçbir şey yapamadan hata verdi. İstek yerine getirilmedi. Yeniden deneyin.
override-503 = Hizmet şu anda kullanılamıyor. İstek yerine getirilmedi. 5 saniye sonra yeniden deneyin.

## Prototype: waiting
hold-waiting = Hizmetin yanıtı bekleniyor…
hold-long = Hizmet bir süredir yanıt vermiyor. Beklemeyi sürdürebilir, yeniden deneyebilir veya başka bir sayfaya gidebilirsiniz.
hold-failed = Bu sayfa yüklenemedi
hold-unknown = Sayfada ne görüneceği bilinmiyor. Hiçbir şey değişmedi.
hold-again = Yeniden dene
hold-loaded = Sayfa yüklendi.
pending-calls = { $count ->
    [one] Bir yanıt bekleniyor
   *[other] { $count } yanıt bekleniyor
  }
pending-twice = Bunu zaten istediniz. Yanıt henüz gelmedi.

## Prototype: panel
prototype = Prototip
prototype-intro = Arayüzü denemek için geçersiz kılmalar. Yalnızca bu sekmede geçerlidir ve sekmenin adresinde yer alır.
prototype-close = Paneli kapat
prototype-badge = { $count ->
    [one] Geçersiz kılma: { $count }
   *[other] Geçersiz kılma: { $count }
  }
prototype-off = Tümünü kapat
prototype-off-done = Tüm geçersiz kılmalar kapatıldı.
prototype-strange = Anlaşılamadığı için dışarıda bırakıldı: { $what }
prototype-sections = Geçersiz kılma türleri
prototype-network = Ağ
prototype-data = Veri
prototype-pins = İğneler
prototype-link = Bağlantı
prototype-remove = Kaldır: { $what }
prototype-add = Ekle
network-intro = Portal, REST konsolu ve betikler aynı ağla karşılaşır.
network-latency = Gecikme
network-latency-none = Yok
network-millis = { $millis } ms
network-latency-own = Başka…
network-latency-millis = Milisaniye olarak gecikme
network-jitter = Milisaniye olarak sapma, artı veya eksi
network-apply = Ayarla
network-invalid = { $least } ile { $most } arasında bir tam sayı girin.
network-rules = Sonuçlar
network-rules-none = Her çağrı olağan biçimde yanıtlanıyor.
network-scope = İşlem
network-every = Her işlem
network-outcome = Sonuç
network-cut = Yanıt kesilir
network-never = Hiç yanıtlanmaz
network-offline = Bağlantı yok
network-when = Ne zaman
network-always = Her zaman
network-next = Sıradaki çağrıda
network-nth = n’inci çağrıda
network-percent = Tohuma göre bazı çağrılarda
network-number = Çağrının sırası
network-share = Yüzde olarak pay
network-seed = Tohum
network-seed-hint = Aynı tohum, aynı gecikmeleri ve sonuçları aynı sırayla verir.
network-rule = { $outcome }: { $operation }, { $when }
network-rule-always = her zaman
network-rule-call = { $number }. çağrı
network-rule-percent = çağrıların %{ $share } kadarı
network-latency-of = { $millis } ms: { $operation }
network-met = { $count ->
    [one] Şimdiye kadar bir çağrı yapıldı. Geçersiz kılmayla karşılaşan: { $met }.
   *[other] Şimdiye kadar { $count } çağrı yapıldı. Geçersiz kılmayla karşılaşan: { $met }.
  }
network-held = { $count ->
    [one] Bir çağrı bekletiliyor.
   *[other] { $count } çağrı bekletiliyor.
  }
network-release = Serbest bırak
data-intro = Bu işler kendilerine ait bir çalışma alanındadır. Sizin çalışma alanınız olduğu gibi kalır.
data-count = İş sayısı
data-texts = Metinler
data-texts-usual = Senaryodaki gibi
data-texts-longest = Olabildiğince uzun
data-texts-unbreakable = Bölünemeyen sözcükler
data-texts-emoji = Emoji
data-texts-rtl = Sağdan sola
data-drives = Bir işin sürücüleri
data-drives-usual = Senaryodaki gibi
data-drives-none = Henüz yok
data-drives-most = On
data-job = İş
data-state = Durum
data-set = Durumu ayarla
data-copy = Çoğalt
data-open = Bu işleri aç
data-anew = Bu işleri baştan başlat
data-none = Önce bu işleri açın. Sonra her biri istenen duruma getirilebilir veya çoğaltılabilir.
data-unknown = Bu işler olmadığı için dışarıda bırakıldı: { $names }
data-not-opened = İşler açılamadı
pins-intro = Bir inceleme veya bir testteki sorular için denetimlere iliştirilen numaralı notlar. Bağlantıda ve dosyada yer alır.
pins-control = Denetim
pins-job = İş
pins-note = Not
pins-none = Henüz iğne yok.
pins-go = { $number }. iğneye git
pins-not-here = { $number }. iğne bu sayfada görünmeyen bir denetimde.
pins-pin = { $number }. iğne
pins-invalid = En çok { $most } karakterlik bir not girin.
control-create = Oluştur: gezintideki bağlantı
control-jobs = İşler: gezintideki bağlantı
control-activity = Etkinlik günlüğü: gezintideki bağlantı
control-console = REST konsolu: gezintideki bağlantı
control-settings = Ayarlar: gezintideki bağlantı
control-clock = Saat: zaman atlamaları
control-timeline = Zaman çizelgesi
control-row = İş: listedeki adı
control-cancel = İş: İptal
control-delete = İş: Sil
control-tracking = İş: Takip sekmesi
control-drives = İş: Sürücüler sekmesi
control-keys = İş: Anahtarlar sekmesi
link-intro = Bu bağlantı tam olarak bu sayfayı, tam olarak bu geçersiz kılmalarla açar. Çalışma alanında yapılanlar içinde değildir.
link-link = Tam olarak bunun bağlantısı
link-save = Dosya olarak kaydet
link-open = Dosya aç
link-opened = Dosyadaki geçersiz kılmalar açıldı.
link-not-opened = Dosya açılamadı
link-not-opened-text = Bu bir geçersiz kılma dosyası değil. Hiçbir şey değişmedi.
key-prototype = Prototip panelini aç veya kapat
cap-control = Ctrl
prototype-overrides = Geçersiz kılmalar
prototype-look = Görünüm

//! The composition root: what the browser starts.

fn main() {
    #[cfg(target_arch = "wasm32")]
    import_export_portal::portal::mount();
}

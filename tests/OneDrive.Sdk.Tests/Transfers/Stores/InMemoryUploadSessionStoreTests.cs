namespace OneDrive.Sdk.Tests.Transfers.Stores;

public sealed class InMemoryUploadSessionStoreTests : UploadSessionStoreTests
{
    private IUploadSessionStore? _store;

    private protected override IUploadSessionStore Store => _store ??= new InMemoryUploadSessionStore(Clock);
}

namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>A key in the form of PKCS #8.</summary>
internal sealed class KeyRecord
{
    public required string Id { get; init; }

    public required byte[] PrivateKey { get; init; }
}

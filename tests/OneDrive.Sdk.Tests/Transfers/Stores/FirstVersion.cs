namespace OneDrive.Sdk.Tests.Transfers.Stores;

/// <summary>A file as version 0.1.0-alpha.1 wrote it, under a key of 32 zeros.</summary>
internal static class FirstVersion
{
    internal const string Record = """
        {"format":1,"key":"key","version":3,"destination":"me/drive/root:/a.bin","itemName":"a.bin","conflict":"Rename","length":5000000000,"sourceFingerprint":"fingerprint","created":"2026-03-04T05:06:07.089+00:00","expires":"2026-03-05T05:06:07+00:00","deferCommit":true,"contentHash":"aGFzaA==","ifMatch":"\u0022{GUID},2\u0022","ifNoneMatch":"*","times":{"created":"1970-01-01T00:00:00+00:00","lastModified":"1970-01-01T00:00:00.0000001+00:00"},"description":"words","sealedUploadUrl":"GaPoPQtMBe1PNsrWCni/nO+LWCGE+dfy3ZfX+8StSpjWRbVoGefcjy9ymZjGp8h+hbGpJXXfFztU9y9kFlMtsaalbbM6A0OV1txFL0xZ+5Exq6IcT8g78cHQ4iU="}
        """;
}

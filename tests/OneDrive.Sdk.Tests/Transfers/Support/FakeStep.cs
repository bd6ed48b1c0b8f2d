namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>What a request to the fake service is for.</summary>
internal enum FakeStep
{
    GetItem,
    ListChildren,
    PatchItem,
    PutContent,
    CreateSession,
    Fragment,
    Status,
    Cancel,

    /// <summary>POST to the session.</summary>
    Commit,

    /// <summary>PUT of an item that names the session.</summary>
    CommitItem,
    GetDrive,
    GetContent,
    Bytes,
}

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>What a request of an upload is for.</summary>
internal enum UploadStep
{
    /// <summary><c>POST …/createUploadSession</c>.</summary>
    CreateSession,

    /// <summary>A fragment to a session.</summary>
    Fragment,

    /// <summary>The question what a session misses.</summary>
    Status,

    /// <summary>The end of a session before its file is made.</summary>
    Cancel,

    /// <summary>All content in one request.</summary>
    PutContent,

    /// <summary>An item's metadata.</summary>
    GetItem,

    /// <summary>The files of a folder.</summary>
    ListChildren,

    /// <summary>Makes the file of a session that has every byte.</summary>
    Commit,
}

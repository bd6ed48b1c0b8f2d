namespace OneDrive.Sdk.Fleet.Data;

internal enum FileState
{
    /// <summary>Not transferred yet.</summary>
    Waiting = 0,

    /// <summary>Transferred by this fleet.</summary>
    Sent = 1,

    /// <summary>The drive had the same content already.</summary>
    Found = 2,

    /// <summary>Cannot be transferred, until <c>fleet retry</c>.</summary>
    Failed = 3,
}

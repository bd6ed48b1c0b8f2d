namespace OneDrive.Sdk;

/// <summary>Why a folder transfer leaves something out.</summary>
public enum FolderSkipReason
{
    /// <summary>It is not left out.</summary>
    None,

    /// <summary>It is a symbolic link or a junction, and links are not followed.</summary>
    SymbolicLink,

    /// <summary>It is a link to a folder that is being uploaded already; following it would never end.</summary>
    LinkCycle,

    /// <summary>It is a package, such as a OneNote notebook, which has no content of its own that could be downloaded.</summary>
    Package,

    /// <summary>It stands for an item of another drive.</summary>
    RemoteItem,

    /// <summary>It is neither a file nor a folder: on this machine a pipe, a socket or a device.</summary>
    NotAFile,

    /// <summary>It was deleted after the transfer had seen it.</summary>
    Deleted,

    /// <summary>It is the Personal Vault, a folder of personal drives that only its owner can unlock, and it is locked.</summary>
    PersonalVault,
}

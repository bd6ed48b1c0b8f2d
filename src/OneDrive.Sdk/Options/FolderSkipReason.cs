namespace OneDrive.Sdk;

/// <summary>The reason why a folder transfer skips an item.</summary>
public enum FolderSkipReason
{
    /// <summary>The item was not skipped.</summary>
    None,

    /// <summary>A symbolic link or a junction; links are not followed.</summary>
    SymbolicLink,

    /// <summary>A link to a folder that is already being uploaded, which would cause an endless loop.</summary>
    LinkCycle,

    /// <summary>A package, such as a OneNote notebook, which does not have downloadable content.</summary>
    Package,

    /// <summary>A reference to an item on another drive.</summary>
    RemoteItem,

    /// <summary>Neither a file nor a folder: a pipe, a socket or a device on this machine.</summary>
    NotAFile,

    /// <summary>The item was deleted after the transfer had listed it.</summary>
    Deleted,

    /// <summary>The Personal Vault, a folder of personal drives that only its owner can unlock, is locked.</summary>
    PersonalVault,
}

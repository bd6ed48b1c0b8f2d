namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>What is to be done with an item of a list, and the folder to continue with when it is one.</summary>
internal sealed record FolderStep(FolderWork Work, RemoteListing? Enter = null);

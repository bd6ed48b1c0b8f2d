namespace OneDrive.Sdk.Emulator.State;

/// <summary>What to do when the name is taken.</summary>
internal enum ConflictBehavior
{
    Fail,
    Replace,
    Rename,
}

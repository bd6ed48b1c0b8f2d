using OneDrive.Sdk.Tests.Leaks;

namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>What a test left in its directory is searched for secrets.</summary>
internal sealed partial class TemporaryDirectory
{
    partial void Leaving() => LeakListener.SearchFiles(Path);
}

using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.Fleet.Planning;

/// <summary>What was planned.</summary>
internal sealed class PlanSummary(int copyId)
{
    internal int CopyId => copyId;

    internal int Batches { get; private set; }

    internal int Files { get; private set; }

    internal long Bytes { get; private set; }

    internal int Failed { get; private set; }

    internal void Add(IReadOnlyList<FileRow> files)
    {
        Batches++;
        Files += files.Count;
        Bytes += files.Sum(file => file.Size);
        Failed += files.Count(file => file.State is FileState.Failed);
    }
}

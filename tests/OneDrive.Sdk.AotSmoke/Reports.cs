namespace OneDrive.Sdk.AotSmoke;

/// <summary>Keeps what is reported, at once and in order.</summary>
internal sealed class Reports(List<long> reports) : IProgress<TransferProgress>
{
    public void Report(TransferProgress value) => reports.Add(value.BytesTransferred);
}

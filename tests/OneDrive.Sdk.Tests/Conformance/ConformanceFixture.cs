using Xunit.Abstractions;
using Xunit.Sdk;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Says what was compared, in the output of the test run and in a file where one is named.</summary>
public sealed class ConformanceFixture(IMessageSink sink)
{
    private const string ReportVariable = "ONEDRIVE_DOCS_REPORT";

    /// <summary>Says one thing.</summary>
    internal void Print(string line)
    {
        sink.OnMessage(new DiagnosticMessage(line));
        if (Environment.GetEnvironmentVariable(ReportVariable) is { Length: > 0 } file)
        {
            File.AppendAllText(file, line + "\n");
        }
    }
}

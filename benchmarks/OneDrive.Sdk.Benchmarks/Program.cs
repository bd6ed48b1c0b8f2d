using BenchmarkDotNet.Running;

var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args).ToList();

// The switcher itself reports a benchmark that threw only in its text.
return summaries.Count > 0 && summaries.TrueForAll(summary => summary.Reports.Length > 0 && summary.Reports.All(report => report.Success))
    ? 0
    : 1;

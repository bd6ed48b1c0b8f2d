// Looks into the packed packages: dotnet run check-packages.cs <folder> <version>. Prints what is wrong; exit code 1 if anything is.
using System.IO.Compression;
using System.Xml.Linq;

var (folder, version) = (args[0], args[1]);
var findings = new List<string>();

CheckLibrary("OneDrive.Sdk");
CheckLibrary("OneDrive.Sdk.Azure");
CheckLibrary("OneDrive.Sdk.DistributedCache");
CheckLibrary("OneDrive.Sdk.EntityFrameworkCore");
CheckLibrary("OneDrive.Sdk.HealthChecks");
CheckLibrary("OneDrive.Sdk.Redis");
CheckLibrary("OneDrive.Sdk.Emulator");
CheckLibrary("OneDrive.Sdk.SharePoint");
CheckCommon("OneDrive.Sdk.Emulator.Tool");
CheckCommon("OneDrive.Sdk.Cli");

// A floor without a ceiling: consumers can raise it as SECURITY.md shows.
var floors = Dependencies("OneDrive.Sdk").Where(dependency => dependency.Id == "System.IdentityModel.Tokens.Jwt").ToList();
Expect(
    floors.Count == 2 && floors.All(floor => floor.Version == "8.23.0"),
    $"OneDrive.Sdk depends on {string.Join(" and ", floors)}, not on 8.23.0 and up");
Expect(!Dependencies("OneDrive.Sdk").Any(IsOurs), "OneDrive.Sdk depends on another package of this repository");
Expect(!Dependencies("OneDrive.Sdk.Emulator").Any(IsOurs), "OneDrive.Sdk.Emulator depends on another package of this repository");

ExpectDependencies("OneDrive.Sdk.Azure", "Azure.Core", "OneDrive.Sdk");
ExpectDependencies("OneDrive.Sdk.DistributedCache", "Microsoft.Extensions.Caching.Abstractions", "OneDrive.Sdk");
ExpectDependencies("OneDrive.Sdk.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Relational", "OneDrive.Sdk");
ExpectDependencies("OneDrive.Sdk.Redis", "OneDrive.Sdk", "StackExchange.Redis");
ExpectDependencies("OneDrive.Sdk.SharePoint", "OneDrive.Sdk");
ExpectDependencies("OneDrive.Sdk.HealthChecks", "Microsoft.Extensions.Diagnostics.HealthChecks", "OneDrive.Sdk");

findings.ForEach(Console.WriteLine);
Console.WriteLine(findings.Count == 0 ? "the packages are as they should be" : $"{findings.Count} findings");
return findings.Count == 0 ? 0 : 1;

void CheckLibrary(string id)
{
    CheckCommon(id);
    foreach (var framework in new[] { "net8.0", "net10.0" })
    {
        ExpectEntry(id, "nupkg", $"lib/{framework}/{id}.dll");
        ExpectEntry(id, "nupkg", $"lib/{framework}/{id}.xml");
        ExpectEntry(id, "snupkg", $"lib/{framework}/{id}.pdb");
    }
}

void CheckCommon(string id)
{
    ExpectEntry(id, "nupkg", "README.md");
    ExpectEntry(id, "nupkg", "CHANGELOG.md");
    var metadata = Nuspec(id).Descendants().ToList();
    Expect(metadata.Any(element => element.Name.LocalName == "readme" && element.Value == "README.md"), $"{id} names no README");
    Expect(metadata.Any(element => element.Name.LocalName == "license" && element.Value == "MIT"), $"{id} names no licence");
    Expect(metadata.Any(element => element.Name.LocalName == "description" && element.Value.Length > 40), $"{id} has no description");
}

void ExpectDependencies(string id, params string[] ids)
{
    var found = Dependencies(id).Select(dependency => dependency.Id).Distinct().Order(StringComparer.Ordinal).ToList();
    Expect(found.SequenceEqual(ids), $"{id} depends on {string.Join(", ", found)}, not on {string.Join(", ", ids)}");
}

IEnumerable<Dependency> Dependencies(string id) => Nuspec(id).Descendants()
    .Where(element => element.Name.LocalName == "dependency")
    .Select(element => new Dependency((string)element.Attribute("id")!, (string)element.Attribute("version")!));

bool IsOurs(Dependency dependency) => dependency.Id.StartsWith("OneDrive.", StringComparison.Ordinal);

XDocument Nuspec(string id)
{
    using var package = Open(id, "nupkg");
    using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
    return XDocument.Load(nuspec);
}

void ExpectEntry(string id, string extension, string entry)
{
    using var package = Open(id, extension);
    Expect(package.GetEntry(entry) is not null, $"{id}.{version}.{extension} holds no {entry}");
}

ZipArchive Open(string id, string extension) => ZipFile.OpenRead(Path.Combine(folder, $"{id}.{version}.{extension}"));

void Expect(bool holds, string finding)
{
    if (!holds)
    {
        findings.Add(finding);
    }
}

internal sealed record Dependency(string Id, string Version);

package org.sapwood.synthetic.chart;

/** The system organ classes of MedDRA that invented adverse events fall into. */
public enum SystemOrganClass {
    BLOOD("Blood and lymphatic system disorders"),
    GASTROINTESTINAL("Gastrointestinal disorders"),
    GENERAL("General disorders and administration site conditions"),
    HEPATOBILIARY("Hepatobiliary disorders"),
    INFECTIONS("Infections and infestations"),
    INVESTIGATIONS("Investigations"),
    METABOLISM("Metabolism and nutrition disorders"),
    MUSCULOSKELETAL("Musculoskeletal and connective tissue disorders"),
    NERVOUS("Nervous system disorders"),
    PSYCHIATRIC("Psychiatric disorders"),
    RESPIRATORY("Respiratory, thoracic and mediastinal disorders"),
    SKIN("Skin and subcutaneous tissue disorders"),
    VASCULAR("Vascular disorders");

    private final String written;

    SystemOrganClass(String written) {
        this.written = written;
    }

    /** {@return the class as datasets name it} */
    public String written() {
        return written;
    }
}
